// The channels of undici tell of open, pings and close.
const assert = require("node:assert");
const { channel } = require("node:diagnostics_channel");
const { serve, frame, kPing } = require("../../fixtures/websocket/raw.js");

const told = [];
for (const name of ["open", "ping", "close"]) {
  channel(`undici:websocket:${name}`).subscribe((message) => told.push([name, message]));
}
serve({ connected: (c) => { c.send(frame(kPing, "p")); c.close(1000, "r"); } }, (url, server) => {
  const ws = new WebSocket(url);
  ws.onclose = () => setImmediate(() => {
    assert.deepStrictEqual(told.map(([name]) => name), ["open", "ping", "close"]);
    const [open, ping, close] = told.map(([, message]) => message);
    assert(open.websocket === ws && close.websocket === ws && ping.websocket === ws);
    assert.strictEqual(open.handshakeResponse.status, 101);
    assert.strictEqual(open.handshakeResponse.headers.upgrade, "websocket");
    assert.strictEqual(String(ping.payload), "p");
    assert.deepStrictEqual([close.code, close.reason], [1000, "r"]);
    server.close();
  });
});
