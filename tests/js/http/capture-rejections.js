// captureRejections: a listener whose promise is rejected is answered with 500, or the connection ends.
const assert = require("node:assert");
const { EventEmitter } = require("node:events");
const http = require("node:http");

EventEmitter.captureRejections = true;
const server = http.createServer(async (q, r) => {
  r.setHeader("X-A", "1");
  if (q.url === "/begun") r.write("x");
  throw new Error("mine");
});
server.listen(0, () => {
  const options = { port: server.address().port, agent: false };
  http.get({ ...options, path: "/" }, (m) => {
    assert.strictEqual(m.statusCode, 500);
    assert.strictEqual(m.headers["x-a"], undefined);
    m.resume();
    m.on("end", () => {
      const begun = http.get({ ...options, path: "/begun" }, (n) => {
        n.resume();
        n.on("error", () => server.close());
      });
      begun.on("error", () => server.close());
    });
  });
});
