"use strict";
const assert = require("node:assert");
const { constants, PerformanceObserver } = require("node:perf_hooks");

assert(PerformanceObserver.supportedEntryTypes.includes("gc"));
let seen = 0;
const names = Object.keys(constants).filter((name) => /^NODE_PERFORMANCE_GC_(?!FLAGS)/.test(name));
const kinds = names.map((name) => constants[name]);
const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    assert.deepStrictEqual([entry.name, entry.entryType], ["gc", "gc"]);
    assert(entry.startTime > 0 && entry.startTime <= performance.now() && entry.duration > 0);
    assert.deepStrictEqual(Object.keys(entry.detail), ["kind", "flags"]);
    assert(kinds.includes(entry.detail.kind));
    seen++;
  }
  observer.disconnect();
});
observer.observe({ entryTypes: ["gc"] });

// Makes garbage until a collection was told of.
let kept = [];
setTimeout(function more() {
  for (let i = 0; i < 1e6; i++) {
    kept.push({ i });
    if (kept.length > 1e5) kept = [];
  }
  if (seen === 0) setTimeout(more, 1);
}, 1);
