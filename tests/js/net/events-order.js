// The order of a connection's events.
const assert = require("node:assert");
const net = require("node:net");

const log = [];
const server = net.createServer((socket) => {
  socket.on("end", () => log.push("server end"));
  socket.on("close", () => {
    log.push("server close");
    server.close();
  });
  socket.end("bye");
  socket.resume();
});
server.on("close", () => log.push("server closed"));
server.listen(0, () => {
  const client = net.connect(server.address().port, "127.0.0.1");
  for (const event of ["lookup", "connect", "ready", "data", "end", "finish", "close"]) client.on(event, () => log.push(event));
});
process.on("exit", () => {
  assert.deepStrictEqual(log.filter((x) => !x.startsWith("server")), ["connect", "ready", "data", "end", "finish", "close"]);
  assert.strictEqual(log.at(-1), "server closed");
});
