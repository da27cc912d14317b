// Buffer.from(string) in every encoding, with every spelling of its name.
const assert = require("node:assert");
assert.strictEqual(Buffer.from("h\u00e9\u20ac").toString("hex"), "68c3a9e282ac");
for (const name of ["utf8", "utf-8", "UTF8", "Utf-8", undefined, "", null, 5]) {
  assert.strictEqual(Buffer.from("\u00e9", name).toString("hex"), "c3a9");
}
for (const name of ["latin1", "binary", "LATIN1"]) assert.strictEqual(Buffer.from("\u00e9", name).toString("hex"), "e9");
for (const name of ["ucs2", "ucs-2", "utf16le", "UTF-16LE"]) {
  assert.strictEqual(Buffer.from("a\u20ac", name).toString("hex"), "6100ac20");
}
assert.strictEqual(Buffer.from("c3A9", "hex").toString(), "\u00e9");
assert.strictEqual(Buffer.from("w6k=", "base64").toString(), "\u00e9");
assert.strictEqual(Buffer.from("w6k", "base64url").toString(), "\u00e9");
assert.strictEqual(Buffer.from("\ud83d\ude00").toString("hex"), "f09f9880");
assert.strictEqual(Buffer.from("\ud83dx").toString("hex"), "efbfbd78");
assert.throws(() => Buffer.from("a", "utf9"), {
  code: "ERR_UNKNOWN_ENCODING",
  name: "TypeError",
  message: "Unknown encoding: utf9",
});
