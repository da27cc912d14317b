const assert = require("node:assert");
const { inspect } = require("node:util");
const { Blob } = require("node:buffer");
assert.strictEqual(inspect(new Blob(["abc"], { type: "a/b" })), "Blob { size: 3, type: 'a/b' }");
assert.strictEqual(Object.prototype.toString.call(new Blob()), "[object Blob]");
assert.strictEqual(Blob.name, "Blob");
