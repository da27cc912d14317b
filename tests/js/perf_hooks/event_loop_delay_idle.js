// An enabled monitor does not keep the process alive.
"use strict";
const { monitorEventLoopDelay } = require("node:perf_hooks");
monitorEventLoopDelay().enable();
