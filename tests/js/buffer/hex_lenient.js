// Hex ends at the first pair that is none; an odd last digit is dropped.
const assert = require("node:assert");
assert.strictEqual(Buffer.from("abxxcd", "hex").toString("hex"), "ab");
assert.strictEqual(Buffer.from("abc", "hex").toString("hex"), "ab");
assert.strictEqual(Buffer.from("0g", "hex").length, 0);
assert.strictEqual(Buffer.from("DEADbeef", "hex").toString("hex"), "deadbeef");
const room = Buffer.alloc(2);
assert.strictEqual(room.write("abcdef", "hex"), 2);
