// flags: --expose_gc
require("node:assert").strictEqual(typeof gc, "function");
