// A WebSocket is an EventTarget; its methods and accessors are for WebSockets alone.
const assert = require("node:assert");
const { serve } = require("../../fixtures/websocket/raw.js");

serve({ connected: (c) => c.text("m") }, (url, server) => {
  class Mine extends WebSocket {
    constructor(...args) {
      super(...args);
      this.count = 0;
    }
  }
  const ws = new Mine(url);
  assert(ws instanceof EventTarget && ws instanceof WebSocket);
  ws.binaryType = "arraybuffer";
  assert.strictEqual(ws.binaryType, "arraybuffer");
  for (const name of ["onopen", "onmessage", "onerror", "onclose"]) {
    assert.strictEqual(ws[name], null);
    const handler = () => assert.fail("removed");
    ws[name] = handler;
    assert.strictEqual(ws[name], handler);
    ws[name] = null;
    assert.strictEqual(ws[name], null);
  }
  assert.throws(() => WebSocket.prototype.send.call({}, "a"), TypeError);
  assert.throws(() => WebSocket.prototype.close.call(new EventTarget()), TypeError);
  assert.throws(() => WebSocket.prototype.readyState, TypeError);
  assert.throws(() => structuredClone(ws), { name: "DataCloneError" });
  const controller = new AbortController();
  ws.addEventListener("message", { handleEvent: () => ws.count++ });
  ws.addEventListener("message", () => assert.fail("aborted"), { signal: controller.signal });
  controller.abort();
  ws.addEventListener("message", () => {
    assert.strictEqual(ws.count, 1);
    ws.dispatchEvent(new MessageEvent("message", { data: "by hand" }));
    assert.strictEqual(ws.count, 2);
    ws.close();
  }, { once: true });
  ws.addEventListener("close", () => server.close());
});
