// A server and a client: what is written comes back, in order; both see the end.
const assert = require("node:assert");
const net = require("node:net");

const server = net.createServer((socket) => {
  assert.ok(socket instanceof net.Socket);
  assert.strictEqual(socket.server, server);
  socket.pipe(socket);
});
server.listen(0, "127.0.0.1", () => {
  const { port, address, family } = server.address();
  assert.deepStrictEqual([address, family], ["127.0.0.1", "IPv4"]);
  const client = net.createConnection({ port, host: "127.0.0.1" }, () => {
    assert.deepStrictEqual([client.connecting, client.pending, client.readyState], [false, false, "open"]);
    assert.deepStrictEqual([client.remoteAddress, client.remotePort, client.remoteFamily], ["127.0.0.1", port, "IPv4"]);
    assert.deepStrictEqual(client.address(), { address: "127.0.0.1", family: "IPv4", port: client.localPort });
    client.write("one ");
    client.write(Buffer.from("two "));
    client.write("dGhyZWUg", "base64");
    client.end("fünf");
  });
  assert.deepStrictEqual([client.connecting, client.pending, client.readyState], [true, true, "opening"]);
  let text = "";
  client.setEncoding("utf8");
  client.on("data", (d) => (text += d));
  client.on("end", () => assert.strictEqual(text, "one two three fünf"));
  client.on("close", (hadError) => {
    assert.strictEqual(hadError, false);
    assert.deepStrictEqual([client.bytesRead, client.bytesWritten], [19, 19]);
    assert.strictEqual(client.destroyed, true);
    assert.strictEqual(client.readyState, "closed");
    server.close();
  });
});
