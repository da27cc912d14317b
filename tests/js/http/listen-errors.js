// Addresses in use, bad ports and bad options.
const assert = require("node:assert");
const http = require("node:http");

const first = http.createServer().listen(0, () => {
  const { port } = first.address();
  const second = http.createServer();
  second.on("error", (error) => {
    assert.strictEqual(error.message, `listen EADDRINUSE: address already in use :::${port}`);
    assert.deepStrictEqual([error.code, error.syscall, error.address, error.port], ["EADDRINUSE", "listen", "::", port]);
    assert.throws(() => first.listen(0), { code: "ERR_SERVER_ALREADY_LISTEN" });
    first.close();
  });
  second.listen(port);
});
assert.throws(() => http.createServer().listen(65536), { code: "ERR_SOCKET_BAD_PORT", name: "RangeError" });
assert.throws(() => http.createServer().listen({}), { code: "ERR_INVALID_ARG_VALUE" });
assert.throws(() => http.createServer({ requestTimeout: "x" }), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => http.createServer({ headersTimeout: 2, requestTimeout: 1 }), { code: "ERR_OUT_OF_RANGE" });
