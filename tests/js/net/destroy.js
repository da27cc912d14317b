// destroy, destroySoon, resetAndDestroy, and writing to what is gone.
const assert = require("node:assert");
const net = require("node:net");

const server = net.createServer((socket) => {
  socket.on("error", (error) => {
    assert.strictEqual(error.message, "read ECONNRESET");
    assert.deepStrictEqual([error.code, error.syscall, error.errno], ["ECONNRESET", "read", -104]);
    resets++;
  });
  socket.resume();
  socket.on("close", () => --open === 0 && connected === 3 && server.close());
  open++;
});
let open = 0;
let connected = 0; // Of the first three; nobody waits for the fourth.
let resets = 0;
server.listen(0, () => {
  const { port } = server.address();
  const first = net.connect(port, () => {
    connected++;
    first.resetAndDestroy();
    assert.strictEqual(first.destroyed, true);
    first.write("x", (error) => assert.strictEqual(error.code, "ERR_STREAM_DESTROYED"));
  });
  const second = net.connect(port, () => {
    connected++;
    second.write("last words");
    second.destroySoon();
    second.on("close", () => assert.strictEqual(second.bytesWritten, 10));
  });
  const third = net.connect(port, () => {
    connected++;
    third.destroy(new Error("mine"));
  });
  third.on("error", (error) => assert.strictEqual(error.message, "mine"));
  const fourth = net.connect(port);
  fourth.destroy();
  fourth.on("close", (hadError) => assert.strictEqual(hadError, false));
});
process.on("exit", () => assert.strictEqual(resets, 1));
