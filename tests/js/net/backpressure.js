// write() returns false when the peer does not read; 'drain' follows when it does.
const assert = require("node:assert");
const net = require("node:net");

const chunk = Buffer.alloc(128 * 1024, 1);
const kCount = 200;
const server = net.createServer((socket) => {
  setTimeout(() => {
    let size = 0;
    socket.on("data", (d) => (size += d.length));
    socket.on("end", () => {
      assert.strictEqual(size, kCount * chunk.length);
      server.close();
    });
  }, 100);
});
let waits = 0;
server.listen(0, () => {
  const client = net.connect(server.address().port);
  let left = kCount;
  const more = () => {
    while (left > 0) {
      left--;
      if (!client.write(chunk)) {
        waits++;
        return void client.once("drain", more);
      }
    }
    client.end();
  };
  client.on("connect", more);
});
process.on("exit", () => assert.ok(waits > 1));
