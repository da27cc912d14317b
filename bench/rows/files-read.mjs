// fs.readFile of a cached file, all forms, on one core. The goal is on CPU: on one core that is never idle (64 reads in flight, or
// none but blocking ones) it is the time a file takes, without what other processes of the machine take from that core.
import path from "node:path";
import { fileOfSize } from "../workloads/files.mjs";

const sizes = [
  { name: "1k", title: "1 KiB", size: 1024, node: 2.5, count: 60_000 },
  { name: "64k", title: "64 KiB", size: 64 << 10, node: 2, count: 20_000 },
  { name: "4m", title: "4 MiB", size: 4 << 20, node: 1.2, count: 250 },
];
const forms = [
  { form: "callback", call: "fs.readFile" },
  { form: "promise", call: "fs.promises.readFile" },
  { form: "sync", call: "fs.readFileSync" },
];

export default sizes.flatMap(({ name, title, size, node, count }) =>
  forms.flatMap(({ form, call }) =>
    ["buffer", "utf8"].map((encoding) => ({
      id: `files-read-${name}-${form}-${encoding}`,
      group: "files",
      title: `${call}, ${title}, ${encoding === "utf8" ? "as a UTF-8 string" : "as a Buffer"}`,
      unit: "µs CPU/file",
      peers: ["rondo", "node", "bun", "deno"],
      goals: [
        { peer: "node", ratio: node },
        { peer: "bun", ratio: 1 },
      ],
      also: [{ key: "wall", title: "time", unit: "µs/file" }],
      quick: form === "callback" && encoding === "buffer",
      async measure(runtime, ctx) {
        const script = path.join(ctx.root, "bench/workloads/read-file.mjs");
        const total = Math.ceil(count / (ctx.quick ? 4 : 1));
        const argv = [...runtime.command, script, fileOfSize(ctx, size), String(total), form, encoding];
        const { cpu, wall } = JSON.parse((await ctx.runOnce(argv, { pinned: true })).stdout);
        return { value: cpu, wall };
      },
    })),
  ),
);
