// A connection that ends without a Close frame: 1006, after an error.
const assert = require("node:assert");
const { serve, frame, record } = require("../../fixtures/websocket/raw.js");

const ends = {
  end: (c) => c.socket.end(),
  destroy: (c) => c.socket.destroy(),
  reset: (c) => c.socket.resetAndDestroy(),
  "within a frame": (c) => c.socket.end(frame(1, "half", { length: 10 })),
};
let end;
serve({ connected: (c) => c.on("frame", () => end(c)) }, async (url, server) => {
  for (const [name, how] of Object.entries(ends)) {
    end = how;
    const ws = new WebSocket(url);
    ws.onopen = () => ws.send("now");
    const seen = await new Promise((resolve) => record(ws, resolve));
    assert.deepStrictEqual(seen, ["open", "error ErrorEvent", 'close 1006 "" false'], name);
    assert.strictEqual(ws.readyState, WebSocket.CLOSED);
  }
  server.close();
});
