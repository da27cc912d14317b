"use strict";
const assert = require("node:assert");
const warnings = [];
process.on("warning", (warning) => warnings.push([warning.name, warning.message]));
const target = new EventTarget();
for (let i = 0; i < 15; i++) target.addEventListener("x", () => {});
const { signal } = new AbortController();
// Signals have no limit (since Node 22).
if (parseInt(process.versions.node) >= 22) for (let i = 0; i < 15; i++) signal.addEventListener("abort", () => {});
process.on("exit", () => {
  assert.strictEqual(warnings.length, 1);
  assert.strictEqual(warnings[0][0], "MaxListenersExceededWarning");
  assert.match(warnings[0][1], /^Possible EventTarget memory leak detected. 11 x listeners added to /);
});
