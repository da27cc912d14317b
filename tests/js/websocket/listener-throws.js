// What a listener throws is an uncaught exception; the connection goes on.
const assert = require("node:assert");
const { serve, record } = require("../../fixtures/websocket/raw.js");

const uncaught = [];
process.on("uncaughtException", (error) => uncaught.push(error.message));
serve({ connected: (c) => c.on("frame", (f) => f.opcode === 1 && c.text(String(f.payload))) }, (url, server) => {
  const ws = new WebSocket(url);
  ws.onopen = () => {
    ws.send("1");
    throw new Error("in open");
  };
  ws.onmessage = ({ data }) => {
    if (data === "1") ws.send("2");
    else ws.close();
    throw new Error(`in message ${data}`);
  };
  record(ws, (seen) => {
    assert.deepStrictEqual(seen, ["open", "message 1", "message 2", 'close 1005 "" true']);
    assert.deepStrictEqual(uncaught, ["in open", "in message 1", "in message 2"]);
    server.close();
  });
});
