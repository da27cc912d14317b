// not-on-node: since Node 26.4
// net.BoundSocket: an address that is taken at once, adopted by a server and by clients.
const assert = require("node:assert");
const net = require("node:net");

const adopted = { code: "ERR_SOCKET_HANDLE_ADOPTED" };
const bound = new net.BoundSocket({ host: "127.0.0.1" });
const { port } = bound.address();
assert.ok(port > 0 && bound.fd() >= 0 && bound.isPipe === false);
const server = net.createServer((socket) => socket.end("hi"));
server.listen(bound, () => {
  assert.strictEqual(server.address().port, port);
  assert.throws(() => bound.address(), adopted);
  const from = new net.BoundSocket({ host: "127.0.0.1" });
  const local = from.address().port;
  const client = net.connect({ port, host: "127.0.0.1", handle: from });
  assert.throws(() => from.close(), adopted);
  client.on("connect", () => assert.strictEqual(client.localPort, local));
  client.resume();
  client.on("close", () => server.close());
});
assert.throws(() => new net.BoundSocket({ host: "localhost" }), { code: "ERR_INVALID_ARG_VALUE" });
assert.throws(() => new net.BoundSocket({ path: "/tmp/x", port: 1 }), { code: "ERR_INVALID_ARG_VALUE" });
