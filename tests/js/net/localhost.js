// A name with several addresses: the one that answers is found.
const assert = require("node:assert");
const net = require("node:net");

const server = net.createServer((socket) => socket.end("v4")).listen(0, "127.0.0.1", () => {
  const { port } = server.address();
  const client = net.connect({ port, host: "both.test", lookup: (name, options, callback) => {
    assert.strictEqual(name, "both.test");
    assert.strictEqual(options.all, true);
    setImmediate(callback, null, [{ address: "::1", family: 6 }, { address: "127.0.0.1", family: 4 }]);
  } });
  const attempts = [];
  client.on("connectionAttempt", (address, p, family) => attempts.push([address, family]));
  client.on("connectionAttemptFailed", (address) => attempts.push(["failed", address]));
  let text = "";
  client.on("data", (d) => (text += d));
  client.on("close", () => {
    assert.strictEqual(text, "v4");
    assert.deepStrictEqual(attempts, [["::1", 6], ["failed", "::1"], ["127.0.0.1", 4]]);
    server.close();
  });
});
