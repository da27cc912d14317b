// close() before the connection is open: an error and a close that is not clean, and the server's answer is not waited for.
const assert = require("node:assert");
const { serve, record } = require("../../fixtures/websocket/raw.js");

let open = 0;
serve({ upgrade: (request, socket) => { open++; socket.on("error", () => {}).on("close", () => open--).on("end", () => socket.destroy()).resume(); } }, async (url, server) => {
  const at = (when) => {
    const ws = new WebSocket(url);
    return new Promise((resolve) => {
      record(ws, resolve);
      when(() => {
        ws.close();
        assert(ws.readyState >= WebSocket.CLOSING);
      });
    });
  };
  const expected = ["error ErrorEvent", 'close 1006 "" false'];
  assert.deepStrictEqual(await at((close) => close()), expected);
  assert.deepStrictEqual(await at((close) => setImmediate(close)), expected);
  assert.deepStrictEqual(await at((close) => setTimeout(close, 50)), expected);
  setTimeout(() => {
    assert.strictEqual(open, 0);
    server.close();
  }, 50);
});
