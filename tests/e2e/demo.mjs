// The demo runs, sends whole files in both manners, and names the blocking line of the example in one of them only.
// Usage: node tests/e2e/demo.mjs RONDO
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { root } from "../fixtures/e2e/server.mjs";

// Large enough that reading it takes longer than the threshold of a long task.
const out = execFileSync("node", [path.join(root, "tools/demo.mjs"), path.resolve(process.argv[2]), "2", "512"], {
  cwd: root,
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
});
const lines = fs.readFileSync(path.join(root, "examples/file-server.js"), "utf8").split("\n");
const blockingLine = lines.findIndex((line) => line.includes("fs.readFileSync(file)")) + 1;
for (const row of ["/ping requests/s", "/ping latency p50", "/ping latency p99", "/ping latency max", "longest loop stall"]) {
  assert(out.includes(row), out);
}
const [, sync, async] = out.split("Stalls named");
assert.match(sync, new RegExp(`readFileSync at examples/file-server\\.js:${blockingLine}:\\d+`));
assert.doesNotMatch(async, /readFileSync at/);
console.log("1 passed, 0 failed");
