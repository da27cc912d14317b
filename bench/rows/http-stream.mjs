// createReadStream(file).pipe(response) of 100 MiB to 50 clients at once: the server's CPU a GiB, and the memory a client takes.
import fs from "node:fs";
import { fileOfSize } from "../workloads/files.mjs";
import { rateLoad } from "../workloads/rate_load.mjs";
import { native, scriptOf } from "../workloads/servers.mjs";
import { pairs } from "../workloads/pairs.mjs";

const kSize = 100 << 20;
const kClients = 50;

/** The highest resident size of a process since resetPeak, bytes. */
const peakOf = (pid) => Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;
const resetPeak = (pid) => fs.writeFileSync(`/proc/${pid}/clear_refs`, "5");

async function download(ctx, server, connections) {
  const result = await rateLoad(ctx, server.port, { connections, total: connections });
  if (result.errors > 0) throw new Error(`${result.errors} of ${connections} downloads failed`);
  if (result.bytes !== connections * kSize) throw new Error(`${result.bytes} of ${connections * kSize} bytes arrived`);
  return result;
}

const sample = pairs(async (runtime, ctx) => {
  const server = await ctx.spawnServer(runtime, scriptOf(runtime, ctx, "stream-server"), { args: [fileOfSize(ctx, kSize)] });
  await download(ctx, server, kClients); // warm: what V8 compiles and the heaps grow to is no client's
  resetPeak(server.pid);
  const rss = server.rss();
  const before = server.cpu();
  const { seconds } = await download(ctx, server, kClients);
  const cpu = server.cpu() - before;
  const client = (peakOf(server.pid) - rss) / kClients / 1024;
  await server.stop();
  const gib = (kClients * kSize) / 2 ** 30;
  return { cpu: (cpu / gib) * 1e3, rate: gib / seconds, client };
});

const common = { group: "http", peers: ["rondo", "node", "bun", "deno", "bun-serve", "deno-serve"], variants: native, timeLimit: 120 };
export default [
  {
    ...common,
    id: "http-stream",
    title: "createReadStream of 100 MiB piped to 50 clients",
    unit: "ms CPU/GiB",
    goals: ["node", "bun", "deno", "bun-serve", "deno-serve"].map((peer) => ({ peer, ratio: 1 })),
    also: [{ key: "rate", title: "rate", unit: "GiB/s" }],
    async measure(runtime, ctx) {
      const { cpu, rate, client } = await sample.first(runtime, ctx);
      return { value: cpu, rate, client };
    },
  },
  {
    ...common,
    id: "http-stream-memory",
    title: "the same: growth of memory (RSS) at its peak",
    unit: "KiB/client",
    goals: [{ atMost: 64 }, ...["node", "bun", "deno"].map((peer) => ({ peer, ratio: 1 }))],
    async measure(runtime, ctx) {
      const { client } = await sample.second(runtime, ctx);
      return Math.max(client, 0.1); // none at all is no number to form ratios with
    },
  },
];
