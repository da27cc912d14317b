// not-on-node: Node has no 'longtask' entries.
// Being told takes long itself: that does not go on for ever.
"use strict";
if (process.versions.rondo === undefined) return;
const assert = require("node:assert");

function holdTheLoop() {
  const end = performance.now() + 80;
  while (performance.now() < end);
}
let calls = 0;
new PerformanceObserver(() => {
  calls++;
  holdTheLoop();
}).observe({ type: "longtask" });
process.on("beforeExit", holdTheLoop);
setTimeout(holdTheLoop, 1);
process.on("exit", () => assert(calls >= 1 && calls < 10, `${calls}`));
