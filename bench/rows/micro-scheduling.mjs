// Timers, immediates, ticks, microtasks and await: CPU an operation, on one core. CPU and not time, because timers wait and because
// other processes of the machine take from that core.
import path from "node:path";

const operations = [
  { name: "timer-fire", title: "setTimeout, set and fired", count: 1_000_000 },
  { name: "timer-cancel", title: "setTimeout, set and cancelled", count: 4_000_000 },
  { name: "immediate-batch", title: "setImmediate, 100 a turn", count: 2_000_000 },
  { name: "immediate-chain", title: "setImmediate, one a turn", count: 500_000 },
  { name: "next-tick", title: "process.nextTick", count: 4_000_000 },
  { name: "microtask", title: "queueMicrotask", count: 4_000_000 },
  { name: "await", title: "await of an async function", count: 4_000_000 },
];

export default operations.map(({ name, title, count }) => ({
  id: `micro-${name}`,
  group: "micro",
  title,
  unit: "ns CPU",
  peers: ["rondo", "node", "bun", "deno"],
  goals: [{ peer: "node", ratio: 1 }],
  also: [{ key: "wall", title: "time", unit: "ns" }],
  quick: name === "timer-fire" || name === "next-tick",
  async measure(runtime, ctx) {
    const script = path.join(ctx.root, "bench/workloads/micro.mjs");
    const total = Math.ceil(count / (ctx.quick ? 8 : 1));
    const argv = [...runtime.command, script, name, String(total)];
    const { cpu, wall } = JSON.parse((await ctx.runOnce(argv, { pinned: true })).stdout);
    return { value: cpu, wall };
  },
}));
