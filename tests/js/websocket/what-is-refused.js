// not-on-node: what Rondo does not have is refused with an error, instead of being ignored.
const assert = require("node:assert");
const { serve } = require("../../fixtures/websocket/raw.js");

for (const url of ["wss://127.0.0.1:1/", "https://127.0.0.1:1/"]) {
  assert.throws(() => new WebSocket(url), { name: "NotSupportedError", message: /TLS/ });
}
assert.throws(() => new WebSocket("ws://127.0.0.1:1/", { dispatcher: {} }), { code: "ERR_INVALID_ARG_VALUE", message: /dispatcher/ });
for (const name of ["Sec-WebSocket-Key", "upgrade", "Connection", "sec-websocket-extensions"]) {
  assert.throws(() => new WebSocket("ws://127.0.0.1:1/", { headers: { [name]: "x" } }), { code: "ERR_INVALID_ARG_VALUE", message: new RegExp(name) });
}
// permessage-deflate is not offered, and a server that uses it all the same is not understood.
serve({
  lines: (request) => {
    assert.strictEqual(request.headers["sec-websocket-extensions"], undefined);
    return "Sec-WebSocket-Extensions: permessage-deflate\r\n";
  },
}, (url, server) => {
  const ws = new WebSocket(url);
  ws.onopen = () => assert.fail("open");
  ws.onclose = ({ code }) => {
    assert.strictEqual(code, 1006);
    server.close();
  };
});
