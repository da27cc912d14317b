"use strict";
AbortSignal.timeout(100_000).addEventListener("abort", () => process.exit(1));
