// not-on-node: Node takes the globals as they are when a WebSocket is first asked for.
// Programs that put other classes in the place of the globals before (jsdom does) get the same WebSocket.
const assert = require("node:assert");
const { serve } = require("../../fixtures/websocket/raw.js");

const { Event: OwnEvent, EventTarget: OwnTarget } = globalThis;
for (const name of ["Event", "EventTarget", "Blob", "URL", "DOMException", "TextDecoder"]) {
  globalThis[name] = class Replaced {
    constructor() {
      assert.fail(`a replaced ${name} was used`);
    }
  };
}
serve({ connected: (c) => c.text("m") }, (url, server) => {
  const ws = new WebSocket(url);
  assert(ws instanceof OwnTarget);
  ws.onmessage = (event) => {
    assert(event instanceof OwnEvent);
    ws.close();
  };
  ws.onclose = () => server.close();
});
