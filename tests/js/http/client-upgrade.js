// A client's 'upgrade', 'connect', 'information' and 'continue'.
const assert = require("node:assert");
const http = require("node:http");
const { serve } = require("../../fixtures/http/raw");

serve({}, (q, r) => {
  if (q.url === "/hints") {
    r.writeEarlyHints({ link: "</a.css>; rel=preload; as=style", "x-early": "1" });
    r.writeProcessing();
  }
  q.resume();
  q.on("end", () => r.end("done"));
}, async (port, server) => {
  server.on("upgrade", (q, socket) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\nhead");
    socket.on("data", (d) => socket.end(d));
  });
  server.on("connect", (q, socket) => socket.end("HTTP/1.1 200 OK\r\n\r\ntunnel"));
  await new Promise((resolve) => {
    const req = http.get({ port, headers: { Connection: "Upgrade", Upgrade: "x" } });
    req.on("upgrade", (res, socket, head) => {
      assert.strictEqual(res.statusCode, 101);
      assert.strictEqual(res.headers.upgrade, "x");
      assert.strictEqual(head.toString(), "head");
      socket.on("data", (d) => assert.strictEqual(String(d), "ping"));
      socket.on("close", resolve);
      socket.write("ping");
    });
  });
  await new Promise((resolve) => {
    const req = http.request({ port, method: "CONNECT", path: "b:1" });
    req.on("connect", (res, socket, head) => {
      assert.strictEqual(res.statusCode, 200);
      let text = String(head);
      socket.on("data", (d) => (text += d));
      socket.on("end", () => {
        assert.strictEqual(text, "tunnel");
        resolve();
      });
      socket.resume();
    });
    req.end();
  });
  const seen = [];
  await new Promise((resolve) => {
    const req = http.request({ port, path: "/hints", method: "POST", headers: { Expect: "100-continue" } }, (res) => {
      res.resume();
      res.on("end", resolve);
    });
    req.on("continue", () => {
      seen.push("continue");
      req.end("x");
    });
    req.on("information", (info) => seen.push(info.statusCode, info.headers["x-early"]));
  });
  assert.deepStrictEqual(seen, ["continue", 100, undefined, 103, "1", 102, undefined]);
});
