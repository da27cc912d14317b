// The last request that a connection may carry is told so; those after it get 503 and 'dropRequest'.
const assert = require("node:assert");
const net = require("node:net");
const { raw, serve } = require("../../fixtures/http/raw");

serve({}, (q, r) => r.end(q.url), async (port, server) => {
  server.maxRequestsPerSocket = 2;
  const dropped = [];
  server.on("dropRequest", (q, socket) => dropped.push(q.url, socket instanceof net.Socket));
  const text = await raw(port, [1, 2, 3].map((n) => `GET /${n} HTTP/1.1\r\nHost: a\r\n\r\n`).join(""));
  assert.match(text, /Keep-Alive: timeout=5, max=2\r\n[\s\S]*\/1HTTP[\s\S]*Connection: close[\s\S]*\/2HTTP\/1.1 503 Service Unavailable/);
  assert.deepStrictEqual(dropped, ["/3", true]);
});
