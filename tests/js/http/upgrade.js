// 'upgrade' and 'connect' hand over the socket and what came behind the head.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");
const { raw, serve } = require("../../fixtures/http/raw");

serve({}, (q, r) => r.end(`plain ${q.headers.upgrade}`), async (port, server) => {
  const upgrade = "GET /u HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nfirst";
  // Without a listener it is a request like any other.
  assert.match(await raw(port, upgrade.replace("first", "")), /plain echo$/);
  server.on("upgrade", (q, socket, head) => {
    assert.ok(q instanceof http.IncomingMessage && socket instanceof net.Socket && Buffer.isBuffer(head));
    assert.strictEqual(q.url, "/u");
    assert.strictEqual(head.toString(), "first");
    assert.strictEqual(q.socket, socket);
    socket.write("HTTP/1.1 101 Switching Protocols\r\n\r\n");
    socket.write(head);
    socket.on("data", (d) => socket.end(`<${d}>`));
  });
  server.on("connect", (q, socket, head) => {
    assert.strictEqual(q.method, "CONNECT");
    assert.strictEqual(q.url, "b:443");
    assert.strictEqual(head.length, 0);
    socket.end("HTTP/1.1 200 Connection established\r\n\r\n");
  });
  const answer = await new Promise((resolve) => {
    const socket = net.connect(port);
    let text = "";
    socket.on("data", (d) => {
      text += d;
      if (text.endsWith("first")) socket.write("second");
    });
    socket.on("end", () => resolve(text));
    socket.write(upgrade);
  });
  assert.strictEqual(answer, "HTTP/1.1 101 Switching Protocols\r\n\r\nfirst<second>");
  assert.strictEqual(await raw(port, "CONNECT b:443 HTTP/1.1\r\nHost: b\r\n\r\n"), "HTTP/1.1 200 Connection established\r\n\r\n");
});
