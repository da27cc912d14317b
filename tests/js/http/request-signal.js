// not-on-node: since Node 26.1
// req.signal: aborted when the client goes away, not when all went well.
const assert = require("node:assert");
const http = require("node:http");

const log = [];
const server = http.createServer((q, r) => {
  const { signal } = q;
  assert.strictEqual(q.signal, signal);
  signal.addEventListener("abort", () => {
    log.push(`abort ${q.url}`);
    server.close();
  });
  if (q.url === "/good") r.end("x");
  else client.destroy();
});
let client;
server.listen(0, () => {
  const options = { port: server.address().port, agent: false };
  http.get({ ...options, path: "/good" }, (m) => {
    m.resume();
    m.on("end", () => {
      client = http.get({ ...options, path: "/gone" });
      client.on("error", () => {});
    });
  });
});
process.on("exit", () => assert.deepStrictEqual(log, ["abort /gone"]));
