// An exception in a handler reaches 'uncaughtException'; the server goes on.
const assert = require("node:assert");
const { raw, serve } = require("../../fixtures/http/raw");

const seen = [];
process.on("uncaughtException", (error) => seen.push(error.message));
serve({}, (q, r) => {
  if (q.url === "/bad") throw new Error("in the handler");
  r.end("good");
}, async (port) => {
  const [, good] = await Promise.all([raw(port, "GET /bad HTTP/1.1\r\nHost: a\r\n\r\n"), raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")]);
  assert.match(good, /good$/);
  assert.deepStrictEqual(seen, ["in the handler"]);
});
