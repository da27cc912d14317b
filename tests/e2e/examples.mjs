// Every example does what its first lines promise.
// Usage: node tests/e2e/examples.mjs RONDO
import assert from "node:assert";
import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import { root, startServer, stopServer } from "../fixtures/e2e/server.mjs";

const rondo = path.resolve(process.argv[2]);
const run = (...args) => execFileSync(rondo, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const curl = (...args) => execFileSync("curl", ["-sS", "--max-time", "20", ...args], { encoding: "utf8" });

const chunked = run("examples/chunked-work.js");
const ran = (name) => Number(new RegExp(`${name}.* ran (\\d+) times`).exec(chunked)[1]);
assert(ran("in chunks") > ran("at once"), chunked);

const flood = spawnSync(rondo, ["examples/microtask-flood.js"], { cwd: root, encoding: "utf8" });
assert.match(flood.stdout, /the 10 ms timer ran after 3\d\d ms|the 10 ms timer ran after \d{3,} ms/);
assert.match(flood.stderr, /microtask flood[^]*at {6}flood \(.*microtask-flood\.js:\d+:\d+\)/);

assert.match(run("examples/walk-directory.mjs", path.join(root, "examples")), /\d+ files under .*examples\n[^]*\.js/);

const api = await startServer(rondo, "examples/json-api.js");
try {
  const url = `http://127.0.0.1:${api.port}/notes`;
  assert.strictEqual(JSON.parse(curl("-d", '{"text":"milk"}', url)).text, "milk");
  assert.strictEqual(JSON.parse(curl(`${url}/1`)).id, 1);
  assert.strictEqual(JSON.parse(curl(url)).length, 1);
  assert.match(JSON.parse(curl("-d", "{", url)).error, /not JSON/);
  assert.strictEqual(curl("-o", "/dev/null", "-w", "%{http_code}", "-X", "DELETE", `${url}/1`), "204");
  assert.match(JSON.parse(curl(`${url}/1`)).error, /no note 1/);
} finally {
  await stopServer(api);
}

const files = await startServer(rondo, "examples/file-server.js", { env: { LARGE_MB: "32" } });
try {
  const url = `http://127.0.0.1:${files.port}`;
  const size = (route) => Number(curl("-o", "/dev/null", "-w", "%{size_download}", url + route));
  assert.strictEqual(curl(`${url}/ping`), "pong\n");
  assert.strictEqual(size("/blocking"), 32 << 20);
  assert.strictEqual(size("/non-blocking"), 32 << 20);
  assert(size("/blocking/small") > 1000);
  assert.strictEqual(size("/blocking/small"), size("/non-blocking/small"));
  assert.match(curl(`${url}/nowhere`), /no such page/);
  assert(Array.isArray(JSON.parse(curl(`${url}/long-tasks`))));
} finally {
  await stopServer(files);
}
console.log("1 passed, 0 failed");
