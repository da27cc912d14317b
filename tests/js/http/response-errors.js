// Wrong use of a response throws what Node documents.
const assert = require("node:assert");
const { raw, serve } = require("../../fixtures/http/raw");

const code = (name) => ({ code: name });
serve({}, (q, r) => {
  assert.throws(() => r.setHeader("a b", "x"), code("ERR_INVALID_HTTP_TOKEN"));
  assert.throws(() => r.setHeader("", "x"), { code: "ERR_INVALID_HTTP_TOKEN", message: 'Header name must be a valid HTTP token [""]' });
  assert.throws(() => r.setHeader("a", "x\ny"), { code: "ERR_INVALID_CHAR", message: 'Invalid character in header content ["a"]' });
  assert.throws(() => r.setHeader("a", undefined), { code: "ERR_HTTP_INVALID_HEADER_VALUE", message: 'Invalid value "undefined" for header "a"' });
  assert.throws(() => r.writeHead(99), { code: "ERR_HTTP_INVALID_STATUS_CODE", message: "Invalid status code: 99" });
  assert.throws(() => r.writeHead(1000), code("ERR_HTTP_INVALID_STATUS_CODE"));
  assert.throws(() => r.writeHead("x"), code("ERR_HTTP_INVALID_STATUS_CODE"));
  assert.throws(() => r.writeHead(200, "bad\r\nreason"), code("ERR_INVALID_CHAR"));
  r.statusMessage = undefined;
  assert.throws(() => r.write(5), code("ERR_INVALID_ARG_TYPE"));
  assert.throws(() => r.write(null), code("ERR_STREAM_NULL_VALUES"));
  assert.throws(() => r.getHeader(5), code("ERR_INVALID_ARG_TYPE"));
  assert.strictEqual(r.headersSent, false);
  r.writeHead(200);
  assert.strictEqual(r.headersSent, true);
  assert.throws(() => r.writeHead(200), { code: "ERR_HTTP_HEADERS_SENT", message: "Cannot write headers after they are sent to the client" });
  assert.throws(() => r.setHeader("a", "b"), { code: "ERR_HTTP_HEADERS_SENT", message: "Cannot set headers after they are sent to the client" });
  assert.throws(() => r.removeHeader("a"), code("ERR_HTTP_HEADERS_SENT"));
  assert.throws(() => r.appendHeader("a", "b"), code("ERR_HTTP_HEADERS_SENT"));
  r.end("done");
  r.on("error", (error) => {
    assert.strictEqual(error.code, "ERR_STREAM_WRITE_AFTER_END");
    seen++;
  });
  r.write("more", (error) => assert.strictEqual(error.code, "ERR_STREAM_WRITE_AFTER_END"));
}, async (port) => {
  assert.match(await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"), /done/);
  assert.strictEqual(seen, 1);
});
let seen = 0;
