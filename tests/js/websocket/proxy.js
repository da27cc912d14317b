// not-on-node: Node 26 asks such a proxy with a GET of the whole URL. A WebSocket asks a proxy for a tunnel (RFC 6455, 4.1).
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");
const { serve, record } = require("../../fixtures/websocket/raw.js");

const asked = [];
let status = "200 OK";
const proxy = http.createServer((q, r) => assert.fail(`${q.method} ${q.url}`));
proxy.on("connect", (request, client, head) => {
  asked.push([request.url, request.headers.host, request.headers["proxy-authorization"]]);
  client.on("error", () => {});
  if (!status.startsWith("2")) {
    client.end(`HTTP/1.1 ${status}\r\n\r\n`);
    return;
  }
  const server = net.connect(Number(request.url.split(":").at(-1)), "127.0.0.1", () => {
    client.write(`HTTP/1.1 ${status}\r\n\r\n`);
    if (head.length > 0) server.write(head);
    client.pipe(server).pipe(client);
  });
  server.on("error", () => client.destroy());
});
proxy.listen(0, "127.0.0.1", () => {
  const restore = http.setGlobalProxyFromEnv({ http_proxy: `http://u:p@127.0.0.1:${proxy.address().port}`, no_proxy: "127.0.0.1" });
  serve({ connected: (c) => c.on("frame", (f) => f.opcode === 1 && c.text(`echo ${f.payload}`)) }, async (url, server) => {
    const { port } = server.address();
    const talk = (to) => new Promise((resolve) => {
      const ws = new WebSocket(to);
      ws.onopen = () => ws.send("a");
      ws.onmessage = () => ws.close();
      record(ws, resolve);
    });
    const fine = ["open", "message echo a", 'close 1005 "" true'];
    assert.deepStrictEqual(await talk(`ws://example.test:${port}/path`), fine);
    assert.deepStrictEqual(asked, [[`example.test:${port}`, `example.test:${port}`, `Basic ${btoa("u:p")}`]]);
    assert.deepStrictEqual(await talk(url), fine);
    assert.strictEqual(asked.length, 1); // no_proxy
    const failure = ["error ErrorEvent", 'close 1006 "" false'];
    status = "407 Proxy Authentication Required";
    assert.deepStrictEqual(await talk(`ws://example.test:${port}/`), failure);
    proxy.closeAllConnections();
    proxy.close();
    await new Promise((resolve) => proxy.once("close", resolve));
    assert.deepStrictEqual(await talk(`ws://example.test:${port}/`), failure);
    const early = new WebSocket("ws://example.test/");
    early.close();
    restore();
    assert.deepStrictEqual(await talk(url), fine);
    server.close();
  });
});
