// not-on-node: Node has no 'longtask' entries.
// Who disconnected hears of nothing more.
"use strict";
if (process.versions.rondo === undefined) return;
const assert = require("node:assert");

const observer = new PerformanceObserver(() => assert.fail("called"));
observer.observe({ type: "longtask" });
observer.disconnect();
const end = performance.now() + 80;
while (performance.now() < end);
setTimeout(() => assert(process.longTasks().length >= 1), 20);
