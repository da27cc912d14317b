const assert = require("node:assert");
assert.strictEqual(btoa("a"), "YQ==");
assert.strictEqual(btoa("\x80\xff"), "gP8=");
assert.strictEqual(btoa(""), "");
assert.strictEqual(btoa(null), "bnVsbA==");
assert.strictEqual(atob(btoa("x".repeat(100000))).length, 100000);
assert.throws(() => btoa("\u0100"), { name: "InvalidCharacterError", code: 5 });
assert.throws(() => btoa(), { code: "ERR_MISSING_ARGS" });
// A string that V8 keeps with two bytes a character, though each fits one.
const wide = "\u0100\u00ffabc".slice(1);
assert.strictEqual(btoa(wide), "/2FiYw==");
