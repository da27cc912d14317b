// A response that ends in a later turn and closes the connection is finished, not aborted.
const assert = require("node:assert");
const http = require("node:http");

const log = [];
const server = http.createServer((q, r) => {
  q.on("aborted", () => log.push("aborted"));
  q.on("error", (error) => log.push(error.message));
  r.on("finish", () => log.push("finish"));
  r.on("close", () => {
    log.push("close");
    server.close();
  });
  setImmediate(() => r.end("x", () => log.push("callback")));
});
server.listen(0, () => http.get({ port: server.address().port, agent: false }, (m) => m.resume()));
process.on("exit", () => assert.deepStrictEqual(log.sort(), ["callback", "close", "finish"]));
