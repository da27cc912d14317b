// server.setTimeout: a response that is silent too long ends the connection; one that sends does not.
const assert = require("node:assert");
const { raw, serve } = require("../../fixtures/http/raw");

serve({}, (q, r) => {
  if (q.url === "/silent") return;
  let count = 0;
  const timer = setInterval(() => {
    r.write("x");
    if (++count === 6) {
      clearInterval(timer);
      r.end();
    }
  }, 40);
}, async (port, server) => {
  server.setTimeout(120);
  assert.strictEqual(server.timeout, 120);
  assert.strictEqual(await raw(port, "GET /silent HTTP/1.1\r\nHost: a\r\n\r\n", { wait: 1000 }), "");
  assert.match(await raw(port, "GET /busy HTTP/1.1\r\nHost: a\r\n\r\n", { wait: 500 }), /0\r\n\r\n$/);
});
