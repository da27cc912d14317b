// Many messages at once, and a listener that is slow: none is lost or out of order.
const assert = require("node:assert");
const { serve, frame, kText } = require("../../fixtures/websocket/raw.js");

const count = 20_000;
serve({
  connected(c) {
    const all = [];
    for (let i = 0; i < count; i++) all.push(frame(kText, String(i)));
    c.socket.write(Buffer.concat(all));
    c.close(1000);
  },
}, (url, server) => {
  const ws = new WebSocket(url);
  let next = 0;
  ws.onmessage = ({ data }) => {
    assert.strictEqual(data, String(next++));
    if (next % 1000 === 0) for (const end = Date.now() + 2; Date.now() < end;);
  };
  ws.onclose = ({ wasClean }) => {
    assert.deepStrictEqual([next, wasClean], [count, true]);
    server.close();
  };
});
