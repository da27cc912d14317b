// A request whose body is written in pieces, and a response read as it comes; large bodies both ways.
const assert = require("node:assert");
const http = require("node:http");
const { serve } = require("../../fixtures/http/raw");

serve({}, (q, r) => q.pipe(r), async (port) => {
  const chunk = Buffer.alloc(64 * 1024, "z");
  const total = await new Promise((resolve, reject) => {
    const req = http.request({ port, method: "POST" }, (res) => {
      assert.strictEqual(res.headers["transfer-encoding"], "chunked");
      let size = 0;
      res.on("data", (d) => (size += d.length));
      res.on("end", () => resolve(size));
    });
    req.on("error", reject);
    let left = 64;
    const more = () => {
      while (left-- > 0) if (!req.write(chunk)) return void req.once("drain", more);
      req.end();
    };
    more();
  });
  assert.strictEqual(total, 64 * chunk.length);
});
