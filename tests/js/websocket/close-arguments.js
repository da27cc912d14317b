// close(code, reason): which codes and reasons there are, and what the server hears of them.
const assert = require("node:assert");
const { serve } = require("../../fixtures/websocket/raw.js");

let heard;
serve({ connected: (c) => c.on("frame", (f) => (heard = f.opcode === 8 ? f.payload.toString("latin1") : "no Close frame")) }, async (url, server) => {
  const closed = (...args) => {
    heard = undefined;
    const ws = new WebSocket(url);
    ws.onopen = () => {
      for (const code of [0, 999, 1001, 1005, 1006, 2999, 5000, 70000]) {
        assert.throws(() => ws.close(code), { name: "InvalidAccessError", code: 15 }, String(code));
      }
      assert.throws(() => ws.close(3000, "\u20ac".repeat(42)), { name: "SyntaxError" });
      assert.strictEqual(ws.readyState, WebSocket.OPEN);
      ws.close(...args);
      ws.close(4444, "too late");
    };
    return new Promise((resolve) => (ws.onclose = ({ code, reason, wasClean }) => resolve([code, reason, wasClean, heard])));
  };
  assert.deepStrictEqual(await closed(), [1005, "", true, ""]);
  assert.deepStrictEqual(await closed(1000), [1000, "", true, "\x03\xe8"]);
  assert.deepStrictEqual(await closed(4999, "why"), [4999, "why", true, "\x13\x87why"]);
  assert.deepStrictEqual(await closed(3000, "\u20ac"), [3000, "\u20ac", true, "\x0b\xb8\xe2\x82\xac"]);
  assert.deepStrictEqual(await closed(undefined, "only a reason"), [1000, "only a reason", true, "\x03\xe8only a reason"]);
  server.close();
});
