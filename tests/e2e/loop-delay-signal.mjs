// A signal that ends the loop's waiting does not make a stall of it for monitorEventLoopDelay.
// Usage: node tests/e2e/loop-delay-signal.mjs RONDO
import assert from "node:assert";
import { spawn } from "node:child_process";
import path from "node:path";

const script = `
  const monitor = require("node:perf_hooks").monitorEventLoopDelay({ resolution: 1 });
  process.on("SIGUSR2", () => {
    monitor.disable();
    console.log(JSON.stringify({ waited: performance.now() - begun, count: monitor.count, half: monitor.percentile(50) }));
    process.exit();
  });
  setInterval(() => {}, 1e6);
  let begun;
  setTimeout(() => {
    monitor.enable();
    begun = performance.now();
    console.log("ready");
  }, 1);`;

const child = spawn(path.resolve(process.argv[2]), ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
const timer = setTimeout(() => child.kill("SIGKILL"), 60_000);
let out = "";
let sent = false;
child.stdout.on("data", (bytes) => {
  out += bytes;
  if (sent || !out.includes("ready\n")) return;
  sent = true;
  setTimeout(() => child.kill("SIGUSR2"), 500);
});
const code = await new Promise((resolve) => child.on("close", resolve));
clearTimeout(timer);
assert.strictEqual(code, 0, out);
const { waited, count, half } = JSON.parse(out.slice(out.indexOf("{")));
assert(waited > 400 && count > 400, out);
assert.strictEqual(half, 0, out);
console.log("1 passed, 0 failed");
