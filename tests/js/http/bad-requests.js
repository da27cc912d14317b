// What is not HTTP, or could smuggle a request, is refused with the status that Node gives.
const assert = require("node:assert");
const { raw, serve } = require("../../fixtures/http/raw");

const kBad = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n";
const kTooLarge = "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n\r\n";
const cases = [
  ["BAD\r\n\r\n", kBad],
  ["GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", kBad],
  ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", kBad],
  ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", kBad],
  ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", kBad],
  ["GET / HTTP/1.1\nHost: a\n\n", kBad],
  ["GET / HTTP/1.1\r\nHost: a\r\nX: b\rc\r\n\r\n", kBad],
  ["GET / HTTP/1.1\r\nHost: a\r\nX: b\0c\r\n\r\n", kBad],
  ["GET / HTTP/1.1\r\nHost: a\r\nX y: b\r\n\r\n", kBad],
  ["GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n", kBad],
  ["GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n folded\r\n\r\n", kBad],
  ["GET / HTTP/9.9\r\nHost: a\r\n\r\n", kBad],
  ["GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", kBad],
  [`GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(17000)}\r\n\r\n`, kTooLarge],
  [`GET /${"a".repeat(17000)} HTTP/1.1\r\nHost: a\r\n\r\n`, kTooLarge],
];
let calls = 0;
serve({}, (q, r) => (calls++, r.end("ok")), async (port) => {
  for (const [text, answer] of cases) assert.strictEqual(await raw(port, text), answer, JSON.stringify(text.slice(0, 90)));
  assert.strictEqual(calls, 0);
  const noHost = await raw(port, "GET / HTTP/1.1\r\n\r\n");
  assert.match(noHost, /^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n/);
  assert.strictEqual(calls, 0);
});
