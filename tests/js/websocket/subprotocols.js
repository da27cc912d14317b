// Subprotocols: offered in order, and the server's choice is `protocol`; a choice that was not offered, and none, are failures.
const assert = require("node:assert");
const { serve, record } = require("../../fixtures/websocket/raw.js");

let choice;
serve({
  lines: (request) => {
    assert.strictEqual(request.headers["sec-websocket-protocol"], "chat, v2.json");
    return choice === undefined ? "" : `Sec-WebSocket-Protocol: ${choice}\r\n`;
  },
  connected: (c) => c.close(1000),
}, async (url, server) => {
  const tryChoice = (name, protocols = ["chat", "v2.json"]) => {
    choice = name;
    const ws = new WebSocket(url, protocols);
    return new Promise((resolve) => record(ws, (seen) => resolve([ws.protocol, ...seen])));
  };
  assert.deepStrictEqual(await tryChoice("v2.json"), ["v2.json", "open", 'close 1000 "" true']);
  assert.deepStrictEqual(await tryChoice("chat", { protocols: ["chat", "v2.json"] }), ["chat", "open", 'close 1000 "" true']);
  for (const name of [undefined, "other", "chat, v2.json"]) {
    assert.deepStrictEqual(await tryChoice(name), ["", "error ErrorEvent", 'close 1006 "" false']);
  }
  server.close();
});
