// not-on-node: a URL's user and password are sent, as the Fetch Standard has it for WebSockets.
const assert = require("node:assert");
const { serve } = require("../../fixtures/websocket/raw.js");

serve({
  connected(c) {
    assert.strictEqual(c.request.headers.authorization, `Basic ${Buffer.from("us er:p:w").toString("base64")}`);
    c.close(1000);
  },
}, (url, server) => {
  const ws = new WebSocket(url.replace("//", "//us%20er:p%3Aw@"));
  ws.onclose = ({ code }) => {
    assert.strictEqual(code, 1000);
    server.close();
  };
});
