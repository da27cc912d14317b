// flags: --long-tasks=off
// not-on-node: Node has no 'longtask' entries, nor that flag.
// expect-stderr: 'longtask' is not supported
// Where no long tasks are looked for there are no entries, and who asks for them is told.
"use strict";
const assert = require("node:assert");
assert(!PerformanceObserver.supportedEntryTypes.includes("longtask"));
const observer = new PerformanceObserver(() => {});
observer.observe({ type: "longtask" });
observer.disconnect();
