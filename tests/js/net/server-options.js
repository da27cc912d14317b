// maxConnections and 'drop', getConnections, ref/unref, signals, options in an object.
const assert = require("node:assert");
const net = require("node:net");

const server = net.createServer({ noDelay: true, keepAlive: true }, () => {});
server.maxConnections = 1;
server.listen({ port: 0, host: "localhost", backlog: 5 }, () => {
  const { port } = server.address();
  const first = net.connect(port, "localhost", () => {
    const second = net.connect(port, "localhost");
    second.on("error", () => {});
    second.on("close", () => {
      server.getConnections((error, count) => {
        assert.deepStrictEqual([error, count], [null, 1]);
        first.destroy();
        server.close();
      });
    });
  });
  first.on("error", () => {});
});
server.on("drop", (data) => {
  assert.strictEqual(typeof data.remotePort, "number");
  drops++;
});
let drops = 0;
const controller = new AbortController();
const other = net.createServer().listen({ port: 0, signal: controller.signal }, () => controller.abort());
other.on("close", () => closed++);
let closed = 0;
net.createServer().listen(0).unref();
process.on("exit", () => assert.deepStrictEqual([drops, closed], [1, 1]));
