// An idle connection is closed after keepAliveTimeout; the Keep-Alive header tells it.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");

const server = http.createServer({ keepAliveTimeoutBuffer: 0 }, (q, r) => r.end("x"));
server.keepAliveTimeout = 300;
server.listen(0, () => {
  const socket = net.connect(server.address().port);
  let text = "";
  let answered = 0;
  socket.on("data", (d) => {
    text += d;
    answered = Date.now();
  });
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  socket.on("end", () => {
    assert.match(text, /Keep-Alive: timeout=0\r\n/);
    assert.ok(Date.now() - answered >= 250);
    server.close();
  });
});
