const assert = require("node:assert");
assert.strictEqual(Buffer, require("node:buffer").Buffer);
assert.strictEqual(URL, require("node:url").URL);
assert.strictEqual(setTimeout, require("node:timers").setTimeout);
assert.strictEqual(console, require("node:console"));
assert.strictEqual(TextDecoder, require("node:util").TextDecoder);
assert.strictEqual(performance, require("node:perf_hooks").performance);
assert.strictEqual(atob, require("node:buffer").atob);
assert.strictEqual(atob(btoa("Hello")), "Hello");
