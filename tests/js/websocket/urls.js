// http: is the same as ws:, hosts may be IPv6 addresses, and ports may be left out.
const assert = require("node:assert");
const { serve } = require("../../fixtures/websocket/raw.js");

const opened = (url) => new Promise((resolve) => {
  const ws = new WebSocket(url);
  ws.onopen = () => ws.close();
  ws.onclose = ({ wasClean }) => resolve([ws.url, wasClean]);
});
serve({}, async (url, server) => {
  assert.deepStrictEqual(await opened(url.replace("ws:", "http:")), [`${url}/`, true]);
  assert.deepStrictEqual(await opened(new URL("/a b?\u00e9", url)), [`${url}/a%20b?%C3%A9`, true]);
  server.close();
  serve({ host: "::1", connected: (c) => assert.strictEqual(c.request.headers.host, url6.slice(5)) }, async (url, server) => {
    url6 = url;
    assert.deepStrictEqual(await opened(url), [`${url}/`, true]);
    server.close();
  });
});
let url6;
