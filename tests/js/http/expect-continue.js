// Expect: 100-continue, checkContinue, checkExpectation.
const assert = require("node:assert");
const { raw, serve } = require("../../fixtures/http/raw");

const head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: ";
(async () => {
  const echo = (q, r) => q.on("data", (d) => r.end(d));
  await serve({}, echo, async (port, server) => {
    assert.match(await raw(port, `${head}100-continue\r\n\r\nhi`), /^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK\r\n[\s\S]*hi$/);
    assert.match(await raw(port, `${head}other\r\n\r\n`), /^HTTP\/1.1 417 Expectation Failed\r\n/);
    server.on("checkContinue", (q, r) => {
      r.writeHead(403);
      r.end();
    });
    server.on("checkExpectation", (q, r) => {
      r.writeHead(299);
      r.end();
    });
    const refused = await raw(port, `${head}100-continue\r\n\r\n`);
    assert.match(refused, /^HTTP\/1.1 403 Forbidden\r\n/);
    assert.match(refused, /Connection: close/);
    assert.match(await raw(port, `${head}other\r\n\r\n`), /^HTTP\/1.1 299 /);
  });
})();
