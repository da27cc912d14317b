const assert = require("node:assert");
assert.strictEqual(atob("YQ=="), "a");
assert.strictEqual(atob("YQ"), "a");
assert.strictEqual(atob(" Y\tQ\n=\f=\r "), "a");
assert.strictEqual(atob("gP8="), "\x80\xff");
assert.strictEqual(atob(""), "");
assert.strictEqual(atob(null), "\x9e\xe9e");
for (const text of ["YQ=", "YQ===", "Y\u0100", "Y\x0bQ==", "-_", "==", "YQ==YQ=="]) {
  assert.throws(() => atob(text), { name: "InvalidCharacterError", code: 5, message: "Invalid character" });
}
assert.throws(() => atob("a"), {
  name: "InvalidCharacterError",
  message: "The string to be decoded is not correctly encoded.",
});
assert.throws(() => atob("a"), DOMException);
assert.throws(() => atob(), { code: "ERR_MISSING_ARGS", name: "TypeError" });
