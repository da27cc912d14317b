// Strings in several encodings, bytes, and header values beyond ASCII.
const assert = require("node:assert");
const { raw, serve } = require("../../fixtures/http/raw");

serve({}, (q, r) => {
  r.setHeader("X-L", "caf\xe9");
  r.write("é", "latin1");
  r.write("é");
  r.write("aGk=", "base64");
  r.write(new Uint8Array([65, 66]));
  r.write("€", "utf16le");
  r.end("00ff", "hex");
}, async (port) => {
  const text = await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  assert.match(text, /X-L: caf\xe9\r\n/);
  assert.strictEqual(text.split("\r\n\r\n")[1] + "\r\n\r\n",
    "1\r\n\xe9\r\n2\r\n\xc3\xa9\r\n2\r\nhi\r\n2\r\nAB\r\n2\r\n\xac\x20\r\n2\r\n\x00\xff\r\n0\r\n\r\n");
});
