// What watching costs, against the same server with --long-tasks=off, which has none of it: no observer, no clock reading. What is
// always on for reporting stalls (the record of every task, the watchdog, the callbacks of garbage collection); with the monitor too,
// scraped once a second as Prometheus does; with a record too. All servers are up; short loads go to one after the other, in
// changing order, so that all meet the same machine. It must be a quiet one: where others have the CPU, tasks take
// a millisecond and more, after which every request asks the kernel when it came (runtime/observe/blame.h), and the watchdog, which
// looks as often, weighs more against what the server gets.
import path from "node:path";
import { scriptOf } from "../workloads/servers.mjs";

/** The address that a server with --monitor printed. */
function monitorOf(server) {
  const address = /monitor at (\S+)/.exec(server.stderr())?.[1];
  if (!address) throw new Error("the monitor did not print its address");
  return address;
}

async function scrape(address) {
  const response = await fetch(new URL("/metrics", address), { headers: { connection: "close" } });
  const text = await response.text();
  if (!text.includes("rondo_tasks_total")) throw new Error(`/metrics answers ${response.status}`);
}

export default {
  id: "http-observer",
  group: "http",
  title: "hello with the observer of stalls, and without",
  unit: "µs CPU/request",
  peers: ["rondo", "rondo-bare", "rondo-monitor", "rondo-record"],
  variants: {
    "rondo-bare": { runtime: "rondo", label: "Rondo, --long-tasks=off", flags: () => ["--long-tasks=off"] },
    "rondo-monitor": { runtime: "rondo", label: "Rondo, --monitor", flags: () => ["--monitor=127.0.0.1:0"], scraped: true },
    "rondo-record": { runtime: "rondo", label: "Rondo, --record", flags: (ctx) => [`--record=${path.join(ctx.tmp, "record-%p")}`] },
  },
  goals: [
    { peer: "rondo-bare", ratio: 0.99 },
    { of: "rondo-monitor", peer: "rondo-bare", ratio: 0.98 },
  ],
  timeLimit: 300,
  async measureRound(runtimes, ctx) {
    const script = scriptOf({}, ctx, "hello");
    const sides = [];
    for (const { id, command: base, variant } of runtimes) {
      const command = [...base, ...(variant?.flags(ctx) ?? []), script];
      const server = await ctx.spawnServer({ id, command: base, variant }, script, { command });
      await ctx.wrk({ port: server.port, seconds: 1 }); // warm
      sides.push({ id, server, monitor: variant?.scraped ? monitorOf(server) : undefined, requests: 0, start: 0 });
    }
    for (const side of sides) side.start = side.server.cpu();
    const slices = Math.ceil(ctx.seconds * 2); // of a second, wrk's shortest
    for (let i = 0; i < slices; i++) {
      for (const side of i % 2 === 0 ? sides : [...sides].reverse()) {
        const load = ctx.wrk({ port: side.server.port, seconds: 1 });
        if (side.monitor) await scrape(side.monitor);
        const { requests, errors } = await load;
        if (errors > 0) throw new Error(`${side.id} failed ${errors} of ${requests} requests`);
        side.requests += requests;
      }
    }
    return Object.fromEntries(sides.map(({ id, server, requests, start }) => [id, ((server.cpu() - start) / requests) * 1e6]));
  },
};
