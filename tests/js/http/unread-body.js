// A body that nobody reads is skipped: the connection serves the next request.
const assert = require("node:assert");
const { raw, serve } = require("../../fixtures/http/raw");

const urls = [];
serve({}, (q, r) => (urls.push(q.url), r.end(q.url)), async (port) => {
  const big = "y".repeat(200000);
  const answer = await raw(port, `POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: ${big.length}\r\n\r\n${big}GET /2 HTTP/1.1\r\nHost: a\r\n\r\n`);
  assert.deepStrictEqual(urls, ["/1", "/2"]);
  assert.match(answer, /\/1HTTP[\s\S]*\/2$/);
});
