// flags: -r ./fixtures/preload.js
require("node:assert").strictEqual(globalThis.preloaded, "yes");
