// not-on-node: Node closes at once, and the reset may overtake the answer
// After a refusal a client that still sends can read the answer: the server closes its half, and throws away what comes.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");

const server = http.createServer((q, r) => r.writeHead(413, { Connection: "close" }).end());
const bad = "B@D / HTTP/1.1\r\n\r\n";
const large = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n";
function refused(first, expected) {
  return new Promise((resolve) => {
    let text = "";
    let sent = 0;
    const client = net.connect({ port: server.address().port, host: "127.0.0.1", allowHalfOpen: true });
    client.on("error", (error) => assert.fail(`${expected}: ${error.code}`));
    client.on("data", (data) => (text += data));
    client.on("end", function more() {
      // The server has said all: the rest of the request still goes through.
      if (sent++ < 5) client.write("x".repeat(1000), () => setTimeout(more, 5));
      else client.end();
    });
    client.on("close", () => {
      assert.match(text, expected);
      resolve();
    });
    client.write(first);
  });
}
server.listen(0, "127.0.0.1", async () => {
  await refused(bad, /^HTTP\/1.1 400 /);
  await refused(large, /^HTTP\/1.1 413 /);
  server.close();
});
