// The load: wrk, told by Lua to report exact figures.
import fs from "node:fs";
import path from "node:path";

const report = `
local user_done = done
function done(summary, latency, requests)
  if user_done then user_done(summary, latency, requests) end
  local e = summary.errors
  io.write(string.format("\\nRESULT %d %d %d %.1f %.1f %.1f\\n", summary.requests, summary.duration,
    e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9)))
end
`;

const pipelined = (depth) => `
local user_init = init
local batch
function init(args)
  if user_init then user_init(args) end
  local one = wrk.format()
  batch = string.rep(one, ${depth})
end
function request() return batch end
`;

/** The argv of wrk for a load, its script written into `folder`. */
export function wrkCommand({ port, path: route = "/", connections = 64, seconds, script = "", pipeline = 1, headers = {} }, folder) {
  const file = path.join(folder, `wrk-${process.hrtime.bigint()}.lua`);
  fs.writeFileSync(file, script + (pipeline > 1 ? pipelined(pipeline) : "") + report);
  const head = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  return ["wrk", "-t1", `-c${connections}`, `-d${seconds}s`, "--latency", "-s", file, ...head, `http://127.0.0.1:${port}${route}`];
}

/** `{ requests, errors, p50, p99, p999, rps, seconds }` from what wrk printed; latencies in milliseconds. */
export function parseWrk(text) {
  const fields = /^RESULT (.*)$/m.exec(text)?.[1].split(" ").map(Number);
  if (!fields) throw new Error(`wrk gave no result: ${text.trim().split("\n").slice(-3).join(" / ")}`);
  const [requests, micros, errors, p50, p99, p999] = fields;
  const seconds = micros / 1e6;
  return { requests, errors, p50: p50 / 1e3, p99: p99 / 1e3, p999: p999 / 1e3, rps: requests / seconds, seconds };
}
