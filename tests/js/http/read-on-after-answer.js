// Who reads a request goes on to read it after it was answered.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");

let size = 0;
const server = http.createServer((q, r) => {
  q.on("data", (chunk) => (size += chunk.length));
  q.on("end", () => server.close());
  r.end("early");
});
server.listen(0, () => {
  const client = net.connect(server.address().port);
  client.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n01234");
  client.once("data", () => setTimeout(() => client.end("56789"), 20));
});
process.on("exit", () => assert.strictEqual(size, 10));
