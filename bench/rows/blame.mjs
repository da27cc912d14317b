// How well a request's blame record agrees with its wait: 1,000 requests on 100 connections, sent at known times while a handler
// blocks in readFileSync; the wait from the moment before a request is written until its handler runs, on one clock, against the
// sum of what it blames.
import path from "node:path";
import { quantile, waitBehind } from "../../tests/fixtures/e2e/waits.mjs";

const kWithin = 5; // ms

export default {
  id: "blame",
  group: "stalls",
  title: "a request's blame against its measured wait: the error of 99 % of 1,000 requests behind a block of 120 ms",
  unit: "ms",
  peers: ["rondo"],
  goals: [{ atMost: kWithin }],
  also: [
    { key: "median", title: "median error", unit: "ms" },
    { key: "within", title: `within ${kWithin} ms`, unit: "% of the requests" },
    { key: "named", title: "the blocking line named first", unit: "% of the requests" },
    { key: "culprits", title: "error of the named culprits alone, 99 %", unit: "ms" },
  ],
  quick: true,
  timeLimit: 60,
  async measure(runtime, ctx) {
    const script = path.join(ctx.root, "tests/fixtures/blame/server.js");
    const server = await ctx.spawnServer(runtime, script);
    const samples = (await waitBehind(server.port, { rounds: 11, connections: 100, ms: 120, blocks: ["/read"] })).slice(0, 1000);
    await server.stop();
    if (samples.length < 500) throw new Error(`only ${samples.length} of 1,100 requests met the block: the machine is too busy`);
    const errors = samples.map(({ measured, told = 0 }) => Math.abs(measured - told));
    const culprits = samples.map(({ measured, named = 0 }) => Math.abs(measured - named));
    const percent = (test) => (100 * samples.filter(test).length) / samples.length;
    return {
      value: quantile(errors, 0.99),
      median: quantile(errors, 0.5),
      within: percent(({ measured, told = 0 }) => Math.abs(measured - told) <= kWithin),
      named: percent(({ wait }) => {
        const most = wait?.culprits.reduce((a, b) => (b.duration > a.duration ? b : a), { duration: 0 });
        return most?.name === "readFileSync" && most.place?.function === "readALot";
      }),
      culprits: quantile(culprits, 0.99),
    };
  },
};
