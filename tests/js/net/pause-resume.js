// A paused socket gives nothing until it is resumed; nothing is lost.
const assert = require("node:assert");
const net = require("node:net");

const server = net.createServer({ pauseOnConnect: true }, (socket) => {
  assert.strictEqual(socket.isPaused(), true);
  let size = 0;
  socket.on("data", (d) => (size += d.length));
  socket.on("end", () => {
    assert.strictEqual(size, 500000);
    server.close();
  });
  setTimeout(() => {
    assert.strictEqual(size, 0);
    socket.resume();
  }, 50);
});
server.listen(0, () => net.connect(server.address().port).end(Buffer.alloc(500000)));
