// A file read whole with fs.readFile for every request.
import { fileOfSize } from "../workloads/files.mjs";
import { rateLoad } from "../workloads/rate_load.mjs";
import { cpuPerRequest, native, startServer } from "../workloads/servers.mjs";

const sizes = [
  { name: "1k", title: "1 KiB", size: 1024, node: 2.5 },
  { name: "64k", title: "64 KiB", size: 64 << 10, node: 2 },
  { name: "10m", title: "10 MiB", size: 10 << 20, node: 1.2, requests: 320 },
];

/** As cpuPerRequest, for answers so large that few fit into a load of seconds: a number of requests, however long they take. */
async function cpuOfRequests(runtime, ctx, workload, { requests, size }) {
  const server = await startServer(runtime, ctx, workload);
  await rateLoad(ctx, server.port, { connections: 64, total: 64 }); // warm
  const before = server.cpu();
  const { errors, bytes, rps } = await rateLoad(ctx, server.port, { connections: 64, total: requests });
  const used = server.cpu() - before;
  const rss = server.rss() / 2 ** 20;
  await server.stop();
  if (errors > 0) throw new Error(`${runtime.label} failed ${errors} of ${requests} requests of ${workload.script}`);
  if (bytes !== requests * size) throw new Error(`${runtime.label} sent ${bytes} of ${requests * size} bytes`);
  return { value: (used / requests) * 1e6, rps, rss };
}

export default sizes.map(({ name, title, size, node, requests }) => ({
  id: `http-file-${name}`,
  group: "http",
  title: `fs.readFile of ${title} for each request`,
  unit: "µs CPU/request",
  peers: ["rondo", "node", "bun", "deno", "bun-serve", "deno-serve"],
  variants: native,
  goals: [
    { peer: "node", ratio: node },
    { peer: "bun", ratio: 1 },
    { peer: "deno", ratio: 1 },
  ],
  also: [
    { key: "rps", title: "rate", unit: "requests/s" },
    { key: "rss", title: "memory", unit: "MiB" },
  ],
  quick: name === "64k",
  measure(runtime, ctx) {
    const workload = {
      script: "file-server",
      args: [fileOfSize(ctx, size)],
      expect: ({ body }) => body.length === size && body.every((byte) => byte === 0x61),
    };
    return requests ? cpuOfRequests(runtime, ctx, workload, { requests, size }) : cpuPerRequest(runtime, ctx, workload);
  },
}));
