// not-on-node: pipelined requests of one read share a context in Node 20
// Each request starts without the context of the one before it.
const assert = require("node:assert");
const { AsyncLocalStorage } = require("node:async_hooks");
const { raw, serve } = require("../../fixtures/http/raw");

const storage = new AsyncLocalStorage();
serve({}, async (q, r) => {
  assert.strictEqual(storage.getStore(), undefined);
  storage.enterWith(q.url);
  await new Promise((resolve) => setTimeout(resolve, 5));
  r.end(storage.getStore());
}, async (port) => {
  const text = await raw(port, "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
  assert.match(text, /\/1HTTP[\s\S]*\/2$/);
});
