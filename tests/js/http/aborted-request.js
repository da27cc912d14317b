// A client that goes away: 'aborted' and an error at the request, 'close' and no 'finish' at the response.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");

const log = [];
const server = http.createServer((q, r) => {
  q.on("aborted", () => log.push("aborted"));
  q.on("error", (error) => log.push(error.message, error.code));
  q.on("close", () => log.push("q close"));
  r.on("finish", () => log.push("finish"));
  r.on("close", () => {
    log.push("r close");
    assert.strictEqual(r.destroyed, true);
  });
  r.write("part");
  setTimeout(() => socket.destroy(), 20);
  setTimeout(() => {
    assert.strictEqual(q.destroyed, true);
    r.end("too late");
    server.close();
  }, 80);
});
let socket;
server.listen(0, () => {
  socket = net.connect(server.address().port);
  socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
});
process.on("exit", () => assert.deepStrictEqual(log, ["aborted", "r close", "aborted", "ECONNRESET", "q close"]));
