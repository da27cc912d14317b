// http.get through a keep-alive Agent, 64 in flight, against the C++ floor server: the client's CPU a request.
import path from "node:path";

const variants = {
  "bun-fetch": { runtime: "bun", label: "Bun's fetch", script: "http-client-fetch" },
  "deno-fetch": { runtime: "deno", label: "Deno's fetch", script: "http-client-fetch" },
};

export default {
  id: "http-client",
  group: "http",
  title: "http.get, keep-alive Agent, 64 in flight",
  unit: "µs CPU/request",
  peers: ["rondo", "node", "bun", "deno", "bun-fetch", "deno-fetch"],
  variants,
  goals: [{ peer: "node", ratio: 1.5 }],
  also: [{ key: "wall", title: "time", unit: "µs/request" }],
  quick: true,
  async measure(runtime, ctx) {
    const floor = { id: "floor", base: "floor", label: "floor", command: [] };
    const command = [path.join(ctx.build, "bench/floor/floor_server")];
    const server = await ctx.spawnServer(floor, undefined, { command });
    const script = path.join(ctx.root, "bench/workloads", `${runtime.variant?.script ?? "http-client"}.mjs`);
    const count = ctx.quick ? 40_000 : 100_000;
    const client = [...runtime.command, script, String(server.port), String(count)];
    const child = ctx.start(client, { pinned: ctx.cores.load });
    const { code, signal } = await child.ended;
    if (code !== 0) throw new Error(`the client ended with ${signal ?? `status ${code}`}: ${child.text.stderr.trim().slice(0, 300)}`);
    const { cpu, wall } = JSON.parse(child.text.stdout);
    return { value: cpu, wall };
  },
};
