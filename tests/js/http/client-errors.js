// What goes wrong at a client, and what it is told.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");

const failure = (req) => new Promise((resolve) => req.on("error", resolve));
(async () => {
  // Nobody listens.
  const free = await new Promise((resolve) => {
    const s = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = s.address();
      s.close(() => resolve(port));
    });
  });
  const refused = await failure(http.get({ port: free, host: "127.0.0.1" }));
  assert.strictEqual(refused.message, `connect ECONNREFUSED 127.0.0.1:${free}`);
  assert.deepStrictEqual([refused.code, refused.syscall, refused.address, refused.port], ["ECONNREFUSED", "connect", "127.0.0.1", free]);

  let mode = "close";
  const server = net.createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      if (mode === "close") socket.end();
      else if (mode === "garbage") socket.end("not http\r\n\r\n");
      else if (mode === "short") socket.end("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const hangup = await failure(http.get({ port, host: "127.0.0.1" }));
  assert.deepStrictEqual([hangup.message, hangup.code], ["socket hang up", "ECONNRESET"]);
  mode = "garbage";
  const garbage = await failure(http.get({ port, host: "127.0.0.1" }));
  assert.match(garbage.message, /^Parse Error/);
  assert.match(garbage.code, /^HPE_/);
  mode = "short";
  await new Promise((resolve) => {
    http.get({ port, host: "127.0.0.1" }, (res) => {
      res.resume();
      res.on("error", (error) => {
        assert.deepStrictEqual([error.message, error.code], ["aborted", "ECONNRESET"]);
        assert.strictEqual(res.complete, false);
        resolve();
      });
    });
  });
  mode = "wait";
  const req = http.get({ port, host: "127.0.0.1", timeout: 50 });
  const destroyed = failure(req);
  await new Promise((resolve) => req.on("timeout", resolve));
  req.destroy();
  assert.strictEqual((await destroyed).code, "ECONNRESET");
  const controller = new AbortController();
  const aborted = http.get({ port, host: "127.0.0.1", signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  assert.deepStrictEqual((({ name, code }) => [name, code])(await failure(aborted)), ["AbortError", "ABORT_ERR"]);
  server.close();

  assert.throws(() => http.get({ path: "/a b" }), { code: "ERR_UNESCAPED_CHARACTERS", message: "Request path contains unescaped characters" });
  assert.throws(() => http.get({ protocol: "https:" }), { code: "ERR_INVALID_PROTOCOL", message: 'Protocol "https:" not supported. Expected "http:"' });
  assert.throws(() => http.request({ method: "A B" }), { code: "ERR_INVALID_HTTP_TOKEN", message: 'Method must be a valid HTTP token ["A B"]' });
  assert.throws(() => http.request({ agent: 5 }), { code: "ERR_INVALID_ARG_TYPE" });
})();
