// Messages of many MiB, in both directions; bufferedAmount counts what was not handed to the kernel yet and goes back to 0.
const assert = require("node:assert");
const { serve, frame, kBinary } = require("../../fixtures/websocket/raw.js");

const size = 24 * 1024 * 1024;
const data = Buffer.alloc(size);
for (let i = 0; i < size; i++) data[i] = i * 7;
serve({
  connected(c) {
    c.socket.pause();
    setTimeout(() => c.socket.resume(), 100);
    // Read by hand: the fixture's way is not made for this much.
    c.socket.removeAllListeners("data");
    let received = 0;
    let head;
    c.socket.on("data", (chunk) => {
      head ??= chunk.subarray(0, 14);
      received += chunk.length;
      if (received !== size + 14) return;
      assert.strictEqual(head.readBigUInt64BE(2), BigInt(size));
      c.send(frame(kBinary, data));
      c.close(1000);
    });
  },
}, (url, server) => {
  const ws = new WebSocket(url);
  ws.binaryType = "arraybuffer";
  let got;
  ws.onopen = () => {
    ws.send(data);
    assert.strictEqual(ws.bufferedAmount, size);
    assert.strictEqual(data[1], 7); // masked in a copy
  };
  ws.onmessage = (event) => {
    assert.strictEqual(ws.bufferedAmount, 0);
    got = event.data;
  };
  ws.onclose = () => {
    assert(data.equals(Buffer.from(got)));
    server.close();
  };
});
