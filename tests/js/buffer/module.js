// What require("buffer") offers.
const assert = require("node:assert");
const buffer = require("node:buffer");
assert.strictEqual(buffer.Buffer, Buffer);
assert.strictEqual(buffer.kStringMaxLength, 0x1fffffe8);
assert.strictEqual(buffer.constants.MAX_STRING_LENGTH, buffer.kStringMaxLength);
assert.strictEqual(buffer.constants.MAX_LENGTH, buffer.kMaxLength);
assert.strictEqual(buffer.SlowBuffer(5).length, 5);
assert.strictEqual(typeof buffer.atob, "function");
assert.strictEqual(require("buffer"), buffer);
