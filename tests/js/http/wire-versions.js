// HEAD, HTTP/1.0 and Connection: close, as they show on the wire.
const assert = require("node:assert");
const { raw, split, serve } = require("../../fixtures/http/raw");

serve({}, (q, r) => (q.url === "/stream" ? (r.write("a"), r.end("b")) : r.end("hello")), async (port) => {
  const ask = async (text) => split(await raw(port, text, { wait: 40 }));
  const alive = "Date: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5";
  assert.deepStrictEqual(await ask("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"), { head: `HTTP/1.1 200 OK\r\n${alive}`, body: "" });
  assert.deepStrictEqual(await ask("GET / HTTP/1.0\r\n\r\n"), { head: "HTTP/1.1 200 OK\r\nDate: X\r\nConnection: close", body: "hello" });
  assert.deepStrictEqual(await ask("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"), {
    head: "HTTP/1.1 200 OK\r\nDate: X\r\nConnection: close",
    body: "ab",
  });
  assert.deepStrictEqual(await ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"), {
    head: "HTTP/1.1 200 OK\r\nDate: X\r\nConnection: close\r\nContent-Length: 5",
    body: "hello",
  });
});
