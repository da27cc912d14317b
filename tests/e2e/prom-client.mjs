// prom-client's default metrics on Rondo: the delays of the loop and garbage collections.
// Usage: node tests/e2e/prom-client.mjs RONDO
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startServer, stopServer } from "../fixtures/e2e/server.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
if (!fs.existsSync(path.join(here, "node_modules/prom-client"))) {
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
}
const rondo = path.resolve(process.argv[2]);
const server = await startServer(rondo, "tests/fixtures/prom-client/service.js");
const get = async (url) => (await fetch(`http://127.0.0.1:${server.port}${url}`)).text();

/** The value of a metric's first line that begins so. */
function value(metrics, name) {
  const line = metrics.split("\n").find((text) => text.startsWith(name) && /[ {]/.test(text[name.length]));
  assert(line, `no ${name} in:\n${metrics}`);
  return Number(line.slice(line.lastIndexOf(" ") + 1));
}

try {
  await get("/metrics");
  assert.strictEqual(await get("/"), "held\n");
  const metrics = await get("/metrics");
  assert(value(metrics, "nodejs_eventloop_lag_max_seconds") >= 0.28, metrics);
  assert(value(metrics, "nodejs_eventloop_lag_mean_seconds") > 0);
  assert(value(metrics, "nodejs_eventloop_lag_stddev_seconds") > 0);
  for (const p of [50, 90, 99]) assert(value(metrics, `nodejs_eventloop_lag_p${p}_seconds`) >= 0);
  assert(value(metrics, "nodejs_gc_duration_seconds_count") >= 1);
  assert(value(metrics, "nodejs_gc_duration_seconds_sum") > 0);
  assert(value(metrics, "process_cpu_seconds_total") > 0);
  assert(value(metrics, "nodejs_heap_size_used_bytes") > 0);
} finally {
  await stopServer(server);
}
console.log("1 passed, 0 failed");
