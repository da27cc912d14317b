// not-on-node: Node 20 has no navigator
const assert = require("node:assert");
assert.ok(navigator.hardwareConcurrency >= 1);
assert.match(navigator.userAgent, /^(Rondo\/\d+\.\d+|Node\.js\/\d+)$/);
assert.strictEqual(navigator.platform, "linux");
assert.strictEqual(typeof navigator.language, "string");
assert.deepStrictEqual(navigator.languages, [navigator.language]);
assert.throws(() => new Navigator(), { code: "ERR_ILLEGAL_CONSTRUCTOR" });
assert.throws(() => Object.getOwnPropertyDescriptor(Navigator.prototype, "userAgent").get.call({}), TypeError);
assert.strictEqual(String(navigator), "[object Navigator]");
