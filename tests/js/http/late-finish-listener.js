// A listener for 'finish' that is added after end(), in the same turn, is called.
const assert = require("node:assert");
const http = require("node:http");

let heard = 0;
const server = http.createServer((q, r) => {
  r.end("x");
  r.on("finish", () => heard++);
  process.nextTick(() => r.once("close", () => heard++));
});
server.listen(0, () => {
  http.get({ port: server.address().port, agent: false }, (res) => {
    res.resume();
    res.on("end", () => server.close());
  });
});
process.on("exit", () => assert.ok(heard >= 1));
