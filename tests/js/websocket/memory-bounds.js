// What a server can make a client keep is bounded: the size of a message over all its fragments, and their number.
const assert = require("node:assert");
const { serve, frame, record, kBinary } = require("../../fixtures/websocket/raw.js");

const kMiB = 1024 * 1024;
let send;
serve({
  connected(c) {
    c.answersClose = false;
    c.on("gone", () => c.socket.destroy());
    c.socket.on("end", () => c.socket.destroy());
    send(c);
  },
}, async (url, server) => {
  const seen = () => new Promise((resolve) => record(new WebSocket(url), resolve));
  const failure = ["open", "error ErrorEvent", 'close 1006 "" false'];
  // The 129th MiB is refused at its head: it is never sent.
  send = (c) => {
    c.socket.write(frame(kBinary, Buffer.alloc(64 * kMiB), { fin: false }));
    c.socket.write(frame(0, Buffer.alloc(64 * kMiB), { fin: false }));
    c.socket.write(frame(0, "", { fin: false, length: 1 }));
  };
  assert.deepStrictEqual(await seen(), failure, "too large");
  send = (c) => {
    const empty = Buffer.concat([frame(kBinary, "", { fin: false }), ...Array(140_000).fill(frame(0, "", { fin: false }))]);
    c.socket.write(empty);
  };
  assert.deepStrictEqual(await seen(), failure, "too many");
  server.close();
});
