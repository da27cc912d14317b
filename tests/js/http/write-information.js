// not-on-node: since Node 26
// res.writeInformation: any informational response but 101, before the head.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");

const server = http.createServer((q, r) => {
  assert.strictEqual(r.writeInformation(103, { Link: "<a>", "X-A": ["1", "2"] }), true);
  assert.throws(() => r.writeInformation(101), { code: "ERR_HTTP_INVALID_STATUS_CODE" });
  assert.throws(() => r.writeInformation(200), { code: "ERR_OUT_OF_RANGE" });
  assert.throws(() => r.writeInformation(103, { a: "b\r\nc: d" }), { code: "ERR_INVALID_CHAR" });
  r.end("x");
  assert.throws(() => r.writeInformation(103), { code: "ERR_HTTP_HEADERS_SENT" });
  assert.throws(() => r.writeProcessing(), { code: "ERR_HTTP_HEADERS_SENT" });
});
server.listen(0, () => {
  let text = "";
  const client = net.connect(server.address().port, () => client.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
  client.on("data", (data) => (text += data));
  client.on("close", () => {
    assert.match(text, /^HTTP\/1\.1 103 Early Hints\r\nLink: <a>\r\nX-A: 1\r\nX-A: 2\r\n\r\nHTTP\/1\.1 200 OK/);
    server.close();
  });
});
