// A Close frame of the server is answered with its code; 'close' comes when the connection has ended.
const assert = require("node:assert");
const { serve, frame, closeBody, record, kClose, kText } = require("../../fixtures/websocket/raw.js");

serve({
  connected(c) {
    c.answersClose = false;
    c.send(frame(kText, "before"), frame(kClose, closeBody(1011, "no \u20ac")), frame(kText, "after"));
    c.on("frame", (f) => {
      assert.deepStrictEqual([f.opcode, f.payload.toString("latin1")], [kClose, "\x03\xf3"]);
      setTimeout(() => c.socket.end(), 30);
    });
  },
}, (url, server) => {
  const ws = new WebSocket(url);
  const states = [];
  const timer = setInterval(() => states.push(ws.readyState), 2);
  record(ws, (seen) => {
    clearInterval(timer);
    assert.deepStrictEqual(seen, ["open", "message before", 'close 1011 "no \u20ac" true']);
    assert(states.includes(WebSocket.CLOSING));
    server.close();
  });
});
