// Latency at a constant rate below the peak: at 70 % of each peer's own peak, and at 70 % of the slowest peer's, the same for all.
// The peak is what 64 connections reach that each send the next request when the last is answered (wrk).
import { watchOthers } from "../workloads/disturbance.mjs";
import { rateLoad } from "../workloads/rate_load.mjs";
import { native, startServer } from "../workloads/servers.mjs";

const kShare = 0.7;
const kMostOthers = 5; // percent of the time; a load during which other processes took more is run again
const kAttempts = 3;
const hello = { script: "hello", expect: ({ body }) => body.toString() === "Hello, world!\n" };

/** One load: { rate, p50, p99, p999, others }: microseconds, and percent. Of several attempts the least disturbed one. */
async function load(ctx, server, rate) {
  await rateLoad(ctx, server.port, { rate, seconds: 0.5 }); // opens the connections
  let best;
  for (let i = 0; i < kAttempts && !(best?.others <= kMostOthers); i++) {
    const othersSince = watchOthers(ctx.cores, server.cpu);
    const result = await rateLoad(ctx, server.port, { rate, seconds: ctx.seconds });
    const others = othersSince(result.cpu);
    if (result.errors > 0) throw new Error(`${result.errors} of ${result.requests} requests failed at ${rate.toFixed(0)} requests/s`);
    const sample = { rate, p50: result.p50 * 1e3, p99: result.p99 * 1e3, p999: result.p999 * 1e3, others };
    if (!best || others < best.others) best = sample;
  }
  return best;
}

/**
 * One round: { [peer]: { own, common } | Error }. A peer's own load follows at once on its peak; the common one needs the peaks of
 * all. Idle servers stay up meanwhile.
 */
async function measureAll(runtimes, ctx) {
  const samples = {};
  const servers = {};
  const peaks = {};
  const attempt = (id, body) => body().catch((error) => (samples[id] = error));
  for (const runtime of runtimes) {
    const { id } = runtime;
    await attempt(id, async () => {
      servers[id] = await startServer(runtime, ctx, hello);
      const { port } = servers[id];
      await ctx.wrk({ port, seconds: 1 }); // warm
      peaks[id] = (await ctx.wrk({ port, seconds: Math.min(2, ctx.seconds) })).rps;
      samples[id] = { own: await load(ctx, servers[id], kShare * peaks[id]) };
    });
  }
  const common = kShare * Math.min(...Object.values(peaks));
  for (const { id } of runtimes) {
    if (samples[id] instanceof Error) continue;
    await attempt(id, async () => {
      samples[id].common = await load(ctx, servers[id], common);
    });
  }
  return samples;
}

// Four rows show one measurement: it is kept for the rows that have not shown it yet. Keyed by the peers, whose set shrinks
// when one fails.
const kept = [];
async function measured(row, runtimes, ctx) {
  const key = runtimes.map(({ id }) => id).sort().join();
  let entry = kept.find(({ of, shown }) => of === key && !shown.has(row));
  if (!entry) {
    entry = { of: key, shown: new Set(), samples: await measureAll(runtimes, ctx) };
    kept.push(entry);
  }
  entry.shown.add(row);
  return entry.samples;
}

const others = ["node", "bun", "deno", "bun-serve", "deno-serve"];
const loads = [
  { load: "own", title: "70 % of each peer's own peak" },
  { load: "common", title: "70 % of the slowest peer's peak" },
];
const extras = [
  { key: "rate", title: "rate", unit: "requests/s" },
  { key: "p50", title: "median", unit: "µs" },
  { key: "others", title: "taken by other processes", unit: "% of the time" },
];
const figures = [
  { figure: "p99", title: "p99" },
  { figure: "p999", title: "p99.9" },
];

export default loads.flatMap(({ load, title }) =>
  figures.map((figure) => {
    const id = `http-${figure.figure}-${load}`;
    return {
      id,
      group: "http",
      title: `${figure.title} latency, hello at ${title}`,
      unit: "µs",
      peers: ["floor", "rondo", ...others],
      variants: native,
      goals: others.map((peer) => ({ peer, ratio: 1 })),
      also: figure.figure === "p99" ? extras : [],
      timeLimit: 600,
      async measureRound(runtimes, ctx) {
        const samples = await measured(id, runtimes, ctx);
        const one = (sample) => {
          if (!sample) return new Error("it was not measured");
          if (sample instanceof Error) return sample;
          const { rate, p50, others } = sample[load];
          return { value: sample[load][figure.figure], rate, p50, others };
        };
        return Object.fromEntries(runtimes.map((runtime) => [runtime.id, one(samples[runtime.id])]));
      },
    };
  }),
);
