// Pipelined requests are answered in their order, however the handlers finish.
const assert = require("node:assert");
const { raw, serve } = require("../../fixtures/http/raw");

const delays = { "/1": 40, "/2": 0, "/3": 10, "/4": 0 };
serve({}, (q, r) => {
  const answer = () => {
    if (q.url === "/2") r.write("two-");
    r.end(q.url);
  };
  if (delays[q.url]) setTimeout(answer, delays[q.url]);
  else answer();
}, async (port) => {
  const text = await raw(port, [1, 2, 3, 4].map((n) => `GET /${n} HTTP/1.1\r\nHost: a\r\n\r\n`).join(""), { wait: 120 });
  assert.deepStrictEqual(text.match(/\r\n\/\d|two-|\/2(?=\r)/g).map((t) => t.trim()), ["/1", "two-", "/2", "/3", "/4"]);
});
