// Connections that fail.
const assert = require("node:assert");
const net = require("node:net");

const server = net.createServer().listen(0, "127.0.0.1", () => {
  const { port } = server.address();
  server.close(() => {
    const client = net.connect(port, "127.0.0.1");
    const seen = [];
    client.on("error", (error) => {
      assert.strictEqual(error.message, `connect ECONNREFUSED 127.0.0.1:${port}`);
      assert.deepStrictEqual([error.code, error.syscall, error.address, error.port], ["ECONNREFUSED", "connect", "127.0.0.1", port]);
      seen.push("error");
    });
    client.on("close", (hadError) => {
      assert.strictEqual(hadError, true);
      assert.deepStrictEqual(seen, ["error"]);
      net.connect(port, "localhost").on("error", (e) => assert.strictEqual(e.code, "ECONNREFUSED"));
      net.connect(1, "no.such.host.invalid").on("error", (e) => {
        assert.ok(["ENOTFOUND", "EAI_AGAIN"].includes(e.code), e.code);
        assert.strictEqual(e.syscall, "getaddrinfo");
      });
    });
    client.write("never", (error) => seen.push !== undefined && assert.ok(error));
  });
});
assert.throws(() => net.connect({ port: 70000 }), { code: "ERR_SOCKET_BAD_PORT" });
assert.throws(() => net.connect({}), { code: "ERR_MISSING_ARGS" });
assert.throws(() => net.connect({ port: {} }), { code: "ERR_INVALID_ARG_TYPE" });
