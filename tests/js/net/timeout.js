// setTimeout: 'timeout' after silence, not before; activity begins the time anew.
const assert = require("node:assert");
const net = require("node:net");

const server = net.createServer((socket) => {
  const timer = setInterval(() => socket.write("x"), 40);
  setTimeout(() => clearInterval(timer), 200);
  socket.on("close", () => clearInterval(timer));
});
server.listen(0, () => {
  const client = net.connect(server.address().port);
  const start = Date.now();
  client.setTimeout(100, () => {
    assert.ok(Date.now() - start >= 220);
    assert.strictEqual(client.timeout, 100);
    client.destroy();
    server.close();
  });
  client.resume();
  assert.throws(() => new net.Socket().setTimeout("x"), { code: "ERR_INVALID_ARG_TYPE" });
  assert.throws(() => new net.Socket().setTimeout(-1), { code: "ERR_OUT_OF_RANGE" });
});
