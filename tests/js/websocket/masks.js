// Every frame of a client is masked, with a mask that cannot be guessed from the one before.
const assert = require("node:assert");
const { serve } = require("../../fixtures/websocket/raw.js");

serve({
  connected(c) {
    c.on("frame", (f) => {
      assert(f.masked);
      if (f.opcode !== 8) return;
      const masks = c.frames.map((each) => each.mask);
      assert.strictEqual(masks.length, 3001);
      assert(new Set(masks).size > 2990, `${new Set(masks).size} different masks`);
    });
  },
}, (url, server) => {
  const ws = new WebSocket(url);
  ws.onopen = () => {
    for (let i = 0; i < 3000; i++) ws.send("m");
    ws.close();
  };
  ws.onclose = () => server.close();
});
