// Trailers that a response and a request send.
const assert = require("node:assert");
const http = require("node:http");
const { raw, serve } = require("../../fixtures/http/raw");

serve({}, (q, r) => {
  q.resume();
  q.on("end", () => {
    r.writeHead(200, { Trailer: "X-Sum" });
    r.write("body");
    r.addTrailers({ "X-Sum": "4", "X-Got": q.trailers["x-up"] ?? "none" });
    r.end();
  });
}, async (port) => {
  assert.match(await raw(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"), /\r\n\r\n4\r\nbody\r\n0\r\nX-Sum: 4\r\nX-Got: none\r\n\r\n$/);
  await new Promise((resolve) => {
    const req = http.request({ port, method: "POST", headers: { Trailer: "X-Up" } }, (res) => {
      res.resume();
      res.on("end", () => {
        assert.deepStrictEqual(res.trailers, { "x-sum": "4", "x-got": "yes" });
        assert.deepStrictEqual(res.rawTrailers, ["X-Sum", "4", "X-Got", "yes"]);
        resolve();
      });
    });
    req.addTrailers({ "X-Up": "yes" });
    req.end("x");
  });
});
