// A reader that does not read: write() says so, memory stays flat, 'drain' comes when it reads.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");

const chunk = Buffer.alloc(256 * 1024, "b");
let written = 0;
let refused = false;
const server = http.createServer((q, r) => {
  const more = () => {
    while (written < 200) {
      written++;
      if (!r.write(chunk)) {
        refused = true;
        r.once("drain", more);
        return;
      }
    }
    r.end();
  };
  more();
});
server.listen(0, () => {
  const socket = net.connect(server.address().port);
  socket.pause();
  socket.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  setTimeout(() => {
    assert.ok(refused);
    assert.ok(written < 100, String(written));
    let size = 0;
    socket.on("data", (d) => (size += d.length));
    socket.resume();
    socket.on("end", () => {
      assert.ok(size > 200 * chunk.length);
      server.close();
    });
  }, 150);
});
