// Local sockets by path.
const assert = require("node:assert");
const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");

const dir = fs.mkdtempSync(path.join(os.tmpdir(), "sock-"));
const where = path.join(dir, "s");
const server = net.createServer((socket) => socket.end("local"));
server.listen(where, () => {
  assert.strictEqual(server.address(), where);
  const second = net.createServer();
  second.on("error", (error) => {
    assert.strictEqual(error.message, `listen EADDRINUSE: address already in use ${where}`);
    const client = net.connect(where);
    let text = "";
    client.on("data", (d) => (text += d));
    client.on("close", () => {
      assert.strictEqual(text, "local");
      assert.strictEqual(client.remoteAddress, undefined);
      server.close(() => {
        assert.strictEqual(fs.existsSync(where), false);
        fs.rmSync(dir, { recursive: true });
        net.connect(path.join(dir, "gone")).on("error", (e) => {
          assert.strictEqual(e.message, `connect ENOENT ${path.join(dir, "gone")}`);
          assert.deepStrictEqual([e.code, e.syscall, e.address], ["ENOENT", "connect", path.join(dir, "gone")]);
        });
      });
    });
  });
  second.listen({ path: where });
});
