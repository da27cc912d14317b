// bench/rate_load from a row.
import path from "node:path";

/**
 * Runs the constant-rate generator on the load's core.
 * @param load - `rate` in requests/s and `seconds`, or `total`: so many requests, on each connection the next when the last is
 *   answered; `connections`; `path`.
 * @returns { requests, errors, seconds, rps, bytes, cpu, p50, p90, p99, p999, max }: latencies in ms from when a request was due,
 *   `cpu` the seconds of CPU that the generator took.
 */
export async function rateLoad(ctx, port, { path: route = "/", connections = 64, rate, seconds, total }) {
  const program = path.join(ctx.build, "bench/rate_load/rate_load");
  const timing = total ? ["--total", String(total)] : ["--rate", String(rate), "--seconds", String(seconds)];
  const argv = [program, String(port), "--path", route, "--connections", String(connections), ...timing];
  const child = ctx.start(argv, { pinned: ctx.cores.load });
  const { code } = await child.ended;
  if (code !== 0) throw new Error(`rate_load ended with status ${code}: ${child.text.stderr.trim()}`);
  return JSON.parse(child.text.stdout);
}
