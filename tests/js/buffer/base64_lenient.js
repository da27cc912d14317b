// Base64 takes both alphabets, skips what belongs to neither, and ends at the first '='.
const assert = require("node:assert");
const hex = (text) => Buffer.from(text, "base64").toString("hex");
assert.strictEqual(hex("YWJj"), "616263");
assert.strictEqual(hex("YW Jj\n"), "616263");
assert.strictEqual(hex("YQ"), "61");
assert.strictEqual(hex("YQ="), "61");
assert.strictEqual(hex("YQ==YQ=="), "61");
assert.strictEqual(hex("=YQ"), "");
assert.strictEqual(hex("Y"), "");
assert.strictEqual(hex("YWJjZ"), "616263");
assert.strictEqual(hex("-_+/"), "fbffbf");
assert.strictEqual(hex("Y*W!J?j"), "616263");
assert.strictEqual(hex("YR=="), "61");
assert.strictEqual(Buffer.byteLength("YWI=", "base64"), 2);
assert.strictEqual(Buffer.byteLength("YQ==", "base64"), 1);
const room = Buffer.alloc(2);
assert.strictEqual(room.write("YWJj", "base64"), 2);
assert.strictEqual(room.toString(), "ab");
