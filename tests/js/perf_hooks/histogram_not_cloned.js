// not-on-node: Node's copies share the counts; Rondo refuses to copy, and says so.
"use strict";
const assert = require("node:assert");
const { createHistogram } = require("node:perf_hooks");

if (process.versions.rondo !== undefined) {
  const h = createHistogram();
  assert.throws(() => structuredClone(h), { name: "DataCloneError" });
  assert.throws(() => structuredClone({ h }), { name: "DataCloneError" });
}
