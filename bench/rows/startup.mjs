// Start-up: short programs from start to end, wall time and CPU time, every runtime's run after the other's.
import path from "node:path";
import { makeModules } from "../startup/make_modules.mjs";
import { requireSuccess } from "../lib/spawn.mjs";
import { median } from "../lib/stats.mjs";

const peers = ["rondo", "node", "bun", "deno"];

/** A row that starts a script many times. `script(ctx)` gives its path. */
function row({ id, title, script, goals, quick = false }) {
  return {
    id,
    group: "startup",
    title,
    unit: "ms wall",
    peers,
    goals,
    quick,
    also: [
      { key: "cpuMs", title: "CPU, user and system", unit: "ms" },
      { key: "maxRssMiB", title: "peak memory (RSS)", unit: "MiB" },
    ],
    async measureRound(runtimes, ctx) {
      const commands = runtimes.map((runtime) => [...runtime.command, script(ctx)]);
      await ctx.measureCommands(commands, { runs: 2 }); // fills caches: of the kernel, of bytecode where a runtime keeps one
      const runs = await ctx.measureCommands(commands, { runs: ctx.quick ? 10 : 30 });
      return Object.fromEntries(
        runtimes.map(({ id: peer }, i) => {
          try {
            for (const run of runs[i]) requireSuccess(run, runs.errors);
          } catch (error) {
            return [peer, error];
          }
          return [
            peer,
            {
              value: median(runs[i].map((run) => run.wall / 1e6)),
              cpuMs: median(runs[i].map((run) => (run.user + run.system) / 1e3)),
              maxRssMiB: median(runs[i].map((run) => run.maxrss / 1024)),
            },
          ];
        }),
      );
    },
  };
}

const fixture = (name) => (ctx) => path.join(ctx.root, "bench/startup", name);
/** No more than any of the others. */
const noSlower = ["node", "bun", "deno"].map((peer) => ({ peer, ratio: 1 }));

export default [
  row({
    id: "startup-empty",
    title: "empty script",
    script: fixture("empty.cjs"),
    goals: [{ peer: "bun", atMost: 1.3 }, { peer: "node", ratio: 2 }],
    quick: true,
  }),
  row({ id: "startup-hello", title: "console.log of one line", script: fixture("hello.cjs"), goals: [{ peer: "node", ratio: 1 }] }),
  row({
    id: "startup-requires",
    title: "require of http, fs, stream, url, events, path and util",
    script: fixture("requires.cjs"),
    goals: noSlower,
    quick: true,
  }),
  row({
    id: "startup-esm",
    title: "ES module that imports ten others",
    script: (ctx) => path.join(makeModules(ctx.tmp), "esm/main.mjs"),
    goals: [{ peer: "node", ratio: 1 }],
  }),
  row({
    id: "startup-cjs-tree",
    title: "tree of 200 CommonJS modules",
    script: (ctx) => path.join(makeModules(ctx.tmp), "cjs/main.cjs"),
    goals: [{ peer: "node", ratio: 1 }],
  }),
];
