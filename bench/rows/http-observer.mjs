// What is always on for reporting stalls (the record of every task, the watchdog, the callbacks of garbage collection), against the
// same server with --long-tasks=off, which has none of it: no observer, no clock reading. Both servers are up; short loads go to one
// and the other in turns, in changing order, so that both meet the same machine.
import { scriptOf } from "../workloads/servers.mjs";

export default {
  id: "http-observer",
  group: "http",
  title: "hello with the observer of stalls, and without",
  unit: "µs CPU/request",
  peers: ["rondo", "rondo-bare"],
  variants: { "rondo-bare": { runtime: "rondo", label: "Rondo, --long-tasks=off", flags: ["--long-tasks=off"] } },
  goals: [{ peer: "rondo-bare", ratio: 0.99 }],
  timeLimit: 300,
  async measureRound(runtimes, ctx) {
    const script = scriptOf({}, ctx, "hello");
    const sides = [];
    for (const runtime of runtimes) {
      const command = [...runtime.command, ...(runtime.variant?.flags ?? []), script];
      const server = await ctx.spawnServer(runtime, script, { command });
      await ctx.wrk({ port: server.port, seconds: 1 }); // warm
      sides.push({ id: runtime.id, server, requests: 0, start: 0 });
    }
    for (const side of sides) side.start = side.server.cpu();
    const slices = Math.ceil(ctx.seconds * 2); // of a second, wrk's shortest
    for (let i = 0; i < slices; i++) {
      for (const side of i % 2 === 0 ? sides : [...sides].reverse()) {
        const { requests, errors } = await ctx.wrk({ port: side.server.port, seconds: 1 });
        if (errors > 0) throw new Error(`${side.id} failed ${errors} of ${requests} requests`);
        side.requests += requests;
      }
    }
    return Object.fromEntries(sides.map(({ id, server, requests, start }) => [id, ((server.cpu() - start) / requests) * 1e6]));
  },
};
