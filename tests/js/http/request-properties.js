// What a handler sees of a request.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");
const { Readable, Stream } = require("node:stream");
const { EventEmitter } = require("node:events");
const { raw, serve } = require("../../fixtures/http/raw");

serve({}, (q, r) => {
  assert.ok(q instanceof http.IncomingMessage && q instanceof Readable && q instanceof Stream && q instanceof EventEmitter);
  assert.ok(r instanceof http.ServerResponse && r instanceof http.OutgoingMessage && r instanceof Stream);
  assert.ok(q.socket instanceof net.Socket);
  assert.strictEqual(q.socket, r.socket);
  assert.strictEqual(q.connection, q.socket);
  assert.strictEqual(r.req, q);
  assert.deepStrictEqual([q.method, q.url, q.httpVersion, q.httpVersionMajor, q.httpVersionMinor],
    ["GET", "/path?x=1", "1.1", 1, 1]);
  assert.deepStrictEqual([q.complete, q.aborted, q.upgrade], [false, false, false]);
  assert.deepStrictEqual(q.rawHeaders, ["Host", "a", "X-Two", "1", "x-two", "2", "Cookie", "a=1", "cookie", "b=2",
    "Set-Cookie", "s", "Content-Type", "t/1", "Content-type", "t/2", "X-Empty", ""]);
  assert.deepStrictEqual(q.headers, { host: "a", "x-two": "1, 2", cookie: "a=1; b=2", "set-cookie": ["s"],
    "content-type": "t/1", "x-empty": "" });
  assert.deepStrictEqual({ ...q.headersDistinct }, { host: ["a"], "x-two": ["1", "2"], cookie: ["a=1", "b=2"],
    "set-cookie": ["s"], "content-type": ["t/1", "t/2"], "x-empty": [""] });
  assert.strictEqual(q.headers, q.headers);
  q.headers = { replaced: "yes" };
  assert.deepStrictEqual(q.headers, { replaced: "yes" });
  q.url = "/other";
  q.method = "PUT";
  assert.deepStrictEqual([q.url, q.method], ["/other", "PUT"]);
  assert.strictEqual(q.socket.remoteAddress, "127.0.0.1");
  assert.strictEqual(q.socket.remoteFamily, "IPv4");
  assert.strictEqual(typeof q.socket.remotePort, "number");
  r.end("ok");
}, async (port) => {
  const answer = await raw(port, "GET /path?x=1 HTTP/1.1\r\nHost: a\r\nX-Two: 1\r\nx-two:  2 \r\nCookie: a=1\r\ncookie: b=2\r\n" +
    "Set-Cookie: s\r\nContent-Type: t/1\r\nContent-type: t/2\r\nX-Empty:\r\n\r\n");
  assert.match(answer, /200 OK[\s\S]*ok$/);
});
