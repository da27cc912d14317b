// HTTP over a local socket, both ends.
const assert = require("node:assert");
const fs = require("node:fs");
const http = require("node:http");
const os = require("node:os");
const path = require("node:path");

const dir = fs.mkdtempSync(path.join(os.tmpdir(), "http-"));
const socketPath = path.join(dir, "s");
const server = http.createServer((q, r) => r.end(`${q.url} ${q.headers.host} ${q.socket.remoteAddress}`));
server.listen(socketPath, () => {
  assert.strictEqual(server.address(), socketPath);
  http.get({ socketPath, path: "/z", agent: false }, (res) => {
    let text = "";
    res.on("data", (d) => (text += d));
    res.on("end", () => {
      assert.strictEqual(text, "/z localhost undefined");
      server.close(() => fs.rmSync(dir, { recursive: true }));
    });
  });
});
