// Each maximal part of a malformed sequence becomes one U+FFFD, as the Encoding Standard says.
const assert = require("node:assert");
const text = (...bytes) => Buffer.from(bytes).toString();
assert.strictEqual(text(0x61, 0xff, 0x62), "a\ufffdb");
assert.strictEqual(text(0xe2, 0x82), "\ufffd");
assert.strictEqual(text(0xe2, 0x82, 0x61), "\ufffda");
assert.strictEqual(text(0xc0, 0x80), "\ufffd\ufffd");
assert.strictEqual(text(0xed, 0xa0, 0x80), "\ufffd\ufffd\ufffd");
assert.strictEqual(text(0xf0, 0x9f, 0x98), "\ufffd");
assert.strictEqual(text(0xf5, 0x80), "\ufffd\ufffd");
assert.strictEqual(text(0xef, 0xbb, 0xbf, 0x61), "\ufeffa");
const long = Buffer.concat([Buffer.alloc(5000, "a"), Buffer.from([0xff]), Buffer.alloc(5000, "\u20ac")]);
assert.strictEqual(long.toString(), `${"a".repeat(5000)}\ufffd${"\u20ac".repeat(1666)}\ufffd`);
