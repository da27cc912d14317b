// not-on-node: the channel is Rondo's.
// diagnostics_channel 'rondo:longtask' has what process.longTasks() has, without perf_hooks being asked for.
"use strict";
if (process.versions.rondo === undefined) return;
const assert = require("node:assert");
const { channel, subscribe, unsubscribe } = require("node:diagnostics_channel");

const seen = [];
function listener(task, name) {
  assert.strictEqual(name, "rondo:longtask");
  seen.push(task);
  unsubscribe("rondo:longtask", listener);
}
subscribe("rondo:longtask", listener);
function holdTheLoop() {
  const end = performance.now() + 80;
  while (performance.now() < end);
}
setTimeout(holdTheLoop, 1);
setTimeout(holdTheLoop, 20);
process.on("exit", () => {
  assert.strictEqual(seen.length, 1);
  assert(process.longTasks().some((task) => require("node:util").isDeepStrictEqual(task, seen[0])));
  assert.strictEqual(channel("rondo:longtask").hasSubscribers, false);
});
