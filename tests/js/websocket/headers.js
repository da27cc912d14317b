// The option `headers`, and what the handshake itself says. URLs with a user send an Authorization.
const assert = require("node:assert");
const { serve } = require("../../fixtures/websocket/raw.js");

let heard;
serve({
  connected(c) {
    heard = c.request;
    c.close(1000);
  },
}, async (url, server) => {
  const connect = async (...args) => {
    await new Promise((resolve) => (new WebSocket(...args).onclose = resolve));
    return heard;
  };
  const plain = await connect(`${url}/path?q=1`);
  assert.strictEqual(plain.url, "/path?q=1");
  assert.strictEqual(plain.headers.host, url.slice(5));
  assert.strictEqual(plain.headers["sec-websocket-version"], "13");
  assert.strictEqual(plain.headers.authorization, undefined);
  for (const headers of [{ "X-Token": "t", Cookie: "a=b" }, [["X-Token", "t"], ["cookie", "a=b"]], new Map([["x-token", "t"], ["Cookie", "a=b"]])]) {
    const request = await connect(url, { headers, protocols: [] });
    assert.deepStrictEqual([request.headers["x-token"], request.headers.cookie], ["t", "a=b"]);
  }
  assert.throws(() => new WebSocket(url, { headers: { "bad name": "x" } }), TypeError);
  assert.throws(() => new WebSocket(url, { headers: { name: "bad\nvalue" } }), TypeError);
  server.close();
});
