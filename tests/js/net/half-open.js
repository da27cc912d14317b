// With allowHalfOpen a socket can still write after the peer's end; without, it ends too.
const assert = require("node:assert");
const net = require("node:net");

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  let text = "";
  socket.on("data", (d) => (text += d));
  socket.on("end", () => {
    assert.strictEqual(socket.writable, true);
    setTimeout(() => socket.end(`got ${text}`), 20);
  });
});
server.listen(0, () => {
  const client = net.connect({ port: server.address().port, allowHalfOpen: true });
  client.end("question");
  let text = "";
  client.on("data", (d) => (text += d));
  client.on("end", () => {
    assert.strictEqual(text, "got question");
    server.close();
  });
});
