const assert = require("node:assert");
const big = Buffer.allocUnsafeSlow(0x1fffffe8 + 1);
for (const encoding of ["latin1", "hex", "base64"]) {
  assert.throws(() => big.toString(encoding), {
    code: "ERR_STRING_TOO_LONG",
    name: "Error",
    message: "Cannot create a string longer than 0x1fffffe8 characters",
  });
}
