// Pings are answered with their own bytes, in order; pongs that nobody asked for are no event.
const assert = require("node:assert");
const { serve, frame, record, kPing, kPong } = require("../../fixtures/websocket/raw.js");

const bodies = ["", "a", "b".repeat(125)];
serve({
  connected(c) {
    c.send(frame(kPong, "unasked"), ...bodies.map((body) => frame(kPing, body)));
    c.on("frame", () => {
      if (c.frames.length < 3) return;
      assert.deepStrictEqual(c.frames.slice(0, 3).map((f) => [f.opcode, String(f.payload), f.masked]), bodies.map((body) => [kPong, body, true]));
      if (c.frames.length === 3) c.close(1001, "away");
    });
  },
}, (url, server) => {
  record(new WebSocket(url), (seen) => {
    assert.deepStrictEqual(seen, ["open", 'close 1001 "away" true']);
    server.close();
  });
});
