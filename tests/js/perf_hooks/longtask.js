// not-on-node: Node has no 'longtask' entries.
// A long task becomes an entry, told in a task of its own after it ended, though nothing else keeps the process alive.
"use strict";
if (process.versions.rondo === undefined) return;
const assert = require("node:assert");
const fs = require("node:fs");
const { pathToFileURL } = require("node:url");

assert(PerformanceObserver.supportedEntryTypes.includes("longtask"));
function holdTheLoop(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

const told = [];
let inTimer = false;
new PerformanceObserver((list) => {
  assert(!inTimer);
  told.push(...list.getEntriesByType("longtask"));
}).observe({ type: "longtask" });

let started;
setTimeout(() => {
  inTimer = true;
  started = performance.now();
  holdTheLoop(150);
  process.nextTick(() => assert(inTimer));
  queueMicrotask(() => (inTimer = false));
}, 1);

process.on("exit", () => {
  const entry = told.find((one) => one.detail.kind === "timer");
  assert(entry !== undefined);
  assert.strictEqual(entry.constructor.name, "PerformanceLongTaskTiming");
  assert.deepStrictEqual([entry.name, entry.entryType], ["self", "longtask"]);
  assert(entry.startTime <= started && entry.startTime > 0, `${entry.startTime} ${started}`);
  assert(entry.duration >= 149, `${entry.duration}`);
  assert.strictEqual(entry.blockingDuration, entry.duration - 50);
  assert.deepStrictEqual([entry.invoker, entry.invokerType], ["TimerHandler", "user-callback"]);
  const { detail } = entry;
  assert.strictEqual(detail.number, process.longTasks().find((task) => task.number === detail.number)?.number);
  if (detail.cause.activity === "javascript") {
    assert.strictEqual(entry.sourceURL, pathToFileURL(__filename).href);
    assert(detail.line > 0 && detail.column > 0);
    const lines = fs.readFileSync(__filename, "utf8").split("\n");
    const offset = lines.slice(0, detail.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + detail.column - 1;
    assert.strictEqual(entry.sourceCharPosition, offset);
  }
  const names = ["name", "entryType", "startTime", "duration", "invoker", "invokerType", "sourceURL", "sourceFunctionName",
    "sourceCharPosition", "blockingDuration", "detail"];
  assert.deepStrictEqual(Object.keys(entry.toJSON()), names);
});
