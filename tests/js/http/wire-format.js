// The bytes of responses, for the ways in which a handler can make them.
const assert = require("node:assert");
const { raw, split, serve } = require("../../fixtures/http/raw");

const cases = {
  writeHead: [(q, r) => (r.writeHead(200, { "Content-Type": "text/plain" }), r.end("hello")),
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nTransfer-Encoding: chunked",
    "5\r\nhello\r\n0\r\n\r\n"],
  implicit: [(q, r) => (r.setHeader("X-A", "1"), r.end("hello")),
    "HTTP/1.1 200 OK\r\nX-A: 1\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nContent-Length: 5", "hello"],
  chunks: [(q, r) => (r.write("a"), r.write("bc"), r.end("d")),
    "HTTP/1.1 200 OK\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nTransfer-Encoding: chunked",
    "1\r\na\r\n2\r\nbc\r\n1\r\nd\r\n0\r\n\r\n"],
  nothing: [(q, r) => r.end(),
    "HTTP/1.1 200 OK\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nContent-Length: 0", ""],
  status204: [(q, r) => (r.writeHead(204), r.end()),
    "HTTP/1.1 204 No Content\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5", ""],
  status304: [(q, r) => ((r.statusCode = 304), r.end()),
    "HTTP/1.1 304 Not Modified\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5", ""],
  length: [(q, r) => (r.writeHead(200, { "Content-Length": 5 }), r.end("hello")),
    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5", "hello"],
  arrays: [(q, r) => (r.writeHead(200, ["A", "1", "A", "2"]), r.end()),
    "HTTP/1.1 200 OK\r\nA: 1\r\nA: 2\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nTransfer-Encoding: chunked",
    "0\r\n\r\n"],
  close: [(q, r) => (r.setHeader("Connection", "close"), r.end("x")),
    "HTTP/1.1 200 OK\r\nConnection: close\r\nDate: X\r\nContent-Length: 1", "x"],
  flushed: [(q, r) => (r.flushHeaders(), r.end("x")),
    "HTTP/1.1 200 OK\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nTransfer-Encoding: chunked",
    "1\r\nx\r\n0\r\n\r\n"],
  reason: [(q, r) => (r.setHeader("A", ["1", "2"]), r.writeHead(299, "Fine", { B: "x" }), r.end("x")),
    "HTTP/1.1 299 Fine\r\nA: 1\r\nA: 2\r\nB: x\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nTransfer-Encoding: chunked",
    "1\r\nx\r\n0\r\n\r\n"],
  unknown: [(q, r) => ((r.statusCode = 799), r.end()),
    "HTTP/1.1 799 unknown\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nContent-Length: 0", ""],
  noDate: [(q, r) => ((r.sendDate = false), r.end()),
    "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nContent-Length: 0", ""],
  removed: [(q, r) => (r.removeHeader("Transfer-Encoding"), r.write("a"), r.end("b")),
    "HTTP/1.1 200 OK\r\nDate: X\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5", "ab"],
};

serve({}, (q, r) => cases[q.url.slice(1)][0](q, r), async (port) => {
  for (const [name, [, head, body]] of Object.entries(cases)) {
    const answer = split(await raw(port, `GET /${name} HTTP/1.1\r\nHost: a\r\n\r\n`, { wait: 30 }));
    assert.strictEqual(answer.head, head, name);
    assert.strictEqual(answer.body, body, name);
  }
});
