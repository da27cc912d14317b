// A head that comes too slowly gets 408.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");

const server = http.createServer({ headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 }, (q, r) => {
  q.on("error", () => {});
  q.resume();
});
server.listen(0, async () => {
  const ask = (text) =>
    new Promise((resolve) => {
      const socket = net.connect(server.address().port);
      let answer = "";
      socket.on("data", (d) => (answer += d));
      socket.on("end", () => resolve(answer));
      socket.on("error", () => {});
      socket.write(text);
    });
  const kTimeout = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n";
  assert.strictEqual(await ask("GET / HTTP/1.1\r\nHost:"), kTimeout);
  assert.strictEqual(await ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc"), kTimeout);
  server.close();
});
