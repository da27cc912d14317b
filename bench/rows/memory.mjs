// Memory of processes that stay: an empty script, an idle server, ten thousand idle connections.
import path from "node:path";

const MIB = 1024 * 1024;
const CONNECTIONS = 10_000;
const SOURCES = 4;

const script = (ctx, name) => path.join(ctx.root, "bench/memory", name);
const inMiB = ({ rss, pss, privateDirty }) => ({ value: rss / MIB, pss: pss / MIB, privateDirty: privateDirty / MIB });
const also = (unit) => [
  { key: "pss", title: "share of it (PSS)", unit },
  { key: "privateDirty", title: "written by it alone (private dirty)", unit },
];

/** Opens `count` connections, asks once on each, holds them; resolves when all are answered. */
async function hold(ctx, port, count) {
  const child = ctx.start([path.join(ctx.build, "bench/idle_connections/idle_connections"), String(port), String(count), String(SOURCES)], {
    stdio: ["pipe", "pipe", "pipe"],
    pinned: ctx.cores.load,
  });
  let ended = false;
  child.ended.then(() => (ended = true), () => (ended = true));
  while (!/^ready/m.test(child.text.stdout)) {
    if (ended) throw new Error(child.text.stderr.trim() || "idle_connections ended early");
    await ctx.sleep(20);
  }
  return {
    /** Ends it, and returns how many connections were still open. */
    async release() {
      child.stdin.end();
      await child.ended;
      return Number(/^open (\d+)/m.exec(child.text.stdout)?.[1] ?? 0);
    },
  };
}

const empty = {
  id: "memory-empty",
  group: "memory",
  title: "empty script that stays alive, RSS",
  unit: "MiB",
  peers: ["rondo", "node", "bun", "deno"],
  goals: [{ peer: "node", ratio: 1 }],
  quick: true,
  also: also("MiB"),
  async measure(runtime, ctx) {
    const program = await ctx.spawnServer(runtime, script(ctx, "stay.cjs"), { ready: /ready/ });
    await ctx.sleep(500);
    return inMiB(program.memory());
  },
};

const idleServer = {
  id: "memory-server",
  group: "memory",
  title: "http server before its first request, RSS",
  unit: "MiB",
  peers: ["rondo", "floor", "node", "bun", "deno"],
  goals: [{ peer: "node", ratio: 1 }],
  also: also("MiB"),
  async measure(runtime, ctx) {
    const server = await ctx.spawnServer(runtime, script(ctx, "server.cjs"));
    await ctx.sleep(500);
    return inMiB(server.memory());
  },
};

const idleConnections = {
  id: "memory-connections",
  group: "memory",
  title: `an idle keep-alive connection, of ${CONNECTIONS.toLocaleString("en-US")} (RSS)`,
  unit: "bytes",
  peers: ["rondo", "floor", "node", "bun", "deno"],
  goals: [{ peer: "node", ratio: 1 }],
  also: also("bytes"),
  async measure(runtime, ctx) {
    const server = await ctx.spawnServer(runtime, script(ctx, "server.cjs"));
    await (await hold(ctx, server.port, 100)).release(); // what the first requests bring in is not a connection's
    await ctx.sleep(200);
    const before = server.memory();
    const held = await hold(ctx, server.port, CONNECTIONS);
    await ctx.sleep(1000);
    const after = server.memory();
    const open = await held.release();
    if (open !== CONNECTIONS) throw new Error(`closed ${CONNECTIONS - open} of ${CONNECTIONS} idle connections within a second`);
    const each = (key) => (after[key] - before[key]) / CONNECTIONS;
    return { value: each("rss"), pss: each("pss"), privateDirty: each("privateDirty") };
  },
};

export default [empty, idleServer, idleConnections];
