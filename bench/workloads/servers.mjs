// Shared by the rows of HTTP servers: which script a peer runs, that it answers rightly, and what a request costs it.
import path from "node:path";

/** The variants of a server row that use a runtime's own API instead of node:http. */
export const native = {
  "bun-serve": { runtime: "bun", label: "Bun.serve", suffix: "-bun" },
  "deno-serve": { runtime: "deno", label: "Deno.serve", suffix: "-deno" },
};

/** The script `name` of this folder that `runtime` runs: NAME.mjs, or NAME-bun.mjs and NAME-deno.mjs in their own APIs. */
export function scriptOf(runtime, ctx, name) {
  return path.join(ctx.root, "bench/workloads", `${name}${runtime.variant?.suffix ?? ""}.mjs`);
}

/**
 * Starts the server of a workload and has it answer one request.
 * @param workload - `script`, a name in this folder; `args`; `request`, given to ctx.get; `expect(answer)`, true for a right
 *   answer: { status, headers, body }.
 * @throws an Error when the answer is not right: the peer fails the workload.
 */
export async function startServer(runtime, ctx, workload) {
  const server = await ctx.spawnServer(runtime, scriptOf(runtime, ctx, workload.script), { args: workload.args ?? [] });
  const answer = await ctx.get({ port: server.port, ...workload.request });
  if (answer.status !== 200 || !workload.expect(answer)) {
    const start = answer.body.subarray(0, 200).toString();
    throw new Error(`${runtime.label} answers ${workload.script} wrongly: status ${answer.status}, ${answer.body.length} bytes: ${start}`);
  }
  return server;
}

/**
 * One sample of a server row: { value: µs of the server's CPU a request, rps, rss in MiB }.
 * @param workload - as startServer takes it, and `wrk`: options of ctx.wrk.
 */
export async function cpuPerRequest(runtime, ctx, workload) {
  const server = await startServer(runtime, ctx, workload);
  const load = { port: server.port, connections: 64, ...workload.wrk };
  await ctx.wrk({ ...load, seconds: 1 }); // warm
  const before = server.cpu();
  const { requests, errors, rps } = await ctx.wrk(load);
  const used = server.cpu() - before;
  const rss = server.rss() / 2 ** 20;
  await server.stop();
  if (errors > 0) throw new Error(`${runtime.label} failed ${errors} of ${requests} requests of ${workload.script}`);
  if (requests === 0) throw new Error(`${runtime.label} answered no request of ${workload.script}`);
  return { value: (used / requests) * 1e6, rps, rss };
}
