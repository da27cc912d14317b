// open, message and close come in that order; each is the event of the standard, and the handlers are called among the listeners.
const assert = require("node:assert");
const { serve, record } = require("../../fixtures/websocket/raw.js");

serve({ connected: (c) => c.on("frame", (f) => f.opcode === 1 && c.text(`echo ${f.payload}`)) }, (url, server) => {
  const ws = new WebSocket(url);
  assert.strictEqual(ws.readyState, WebSocket.CONNECTING);
  assert.strictEqual(ws.url, `${url}/`);
  assert.deepStrictEqual([ws.protocol, ws.extensions, ws.binaryType, ws.bufferedAmount], ["", "", "blob", 0]);
  assert.throws(() => ws.send("early"), { name: "InvalidStateError" });
  const calls = [];
  ws.addEventListener("open", () => calls.push("first"));
  ws.onopen = () => calls.push("replaced");
  ws.addEventListener("open", () => calls.push("third"));
  ws.onopen = function (event) {
    calls.push("handler");
    assert.strictEqual(this, ws);
    assert.strictEqual(event.constructor, Event);
    assert.strictEqual(event.target, ws);
    assert.strictEqual(ws.readyState, WebSocket.OPEN);
    ws.send("hello");
  };
  ws.onmessage = (event) => {
    assert(event instanceof MessageEvent);
    assert.strictEqual(event.data, "echo hello");
    assert.strictEqual(event.origin, url);
    assert.deepStrictEqual([event.lastEventId, event.source, event.ports], ["", null, []]);
    ws.close(3001, "done");
    assert.strictEqual(ws.readyState, WebSocket.CLOSING);
  };
  ws.onclose = (event) => {
    assert(event instanceof CloseEvent);
    assert.strictEqual(ws.readyState, WebSocket.CLOSED);
    ws.send("late"); // neither sent nor an error
    ws.close();
  };
  record(ws, (seen) => {
    assert.deepStrictEqual(seen, ["open", "message echo hello", 'close 3001 "done" true']);
    assert(calls.join() === "first,third,handler" || calls.join() === "first,handler,third", calls.join());
    server.close();
  });
});
