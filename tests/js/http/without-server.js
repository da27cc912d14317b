// Requests and responses made by hand, on a stream that is no socket, as test tools make them.
const assert = require("node:assert");
const http = require("node:http");
const { Writable } = require("node:stream");

const req = new http.IncomingMessage();
req.method = "GET";
req.url = "/";
req.headers = { a: "b" };
assert.strictEqual(req.headers.a, "b");
const res = new http.ServerResponse({ method: "GET", httpVersionMajor: 1, httpVersionMinor: 1, headers: {} });
let text = "";
const sink = new Writable({
  write(chunk, encoding, callback) {
    text += chunk;
    callback();
  },
});
res.assignSocket(sink);
res.setHeader("X-A", "1");
res.on("finish", () => {
  assert.match(text, /^HTTP\/1.1 200 OK\r\nX-A: 1\r\nDate: [^\r]*\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok$/);
  res.detachSocket(sink);
  finished = true;
});
res.end("ok");
let finished = false;
process.on("exit", () => assert.ok(finished));
