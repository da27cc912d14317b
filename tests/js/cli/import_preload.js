// flags: --import ./fixtures/preload.mjs
require("node:assert").strictEqual(globalThis.preloaded, "esm");
