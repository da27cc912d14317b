// Large responses from one buffer, one string and many pieces arrive whole, with a length and in chunks.
const assert = require("node:assert");
const http = require("node:http");
const { serve } = require("../../fixtures/http/raw");

const bytes = Buffer.alloc(5_000_000, "0123456789");
const text = "aé€".repeat(400_000);
serve({}, (q, r) => {
  if (q.url === "/bytes") r.end(bytes);
  else if (q.url === "/chunked") (r.write(bytes), r.end(bytes));
  else if (q.url === "/head") (r.writeHead(200), r.end(bytes));
  else if (q.url === "/text") r.end(text);
  else {
    for (let i = 0; i < 1000; i++) r.write(`${i};`);
    r.end();
  }
}, async (port) => {
  const ask = (path) =>
    new Promise((resolve, reject) => {
      http.get({ port, path }, (res) => {
        const parts = [];
        res.on("data", (d) => parts.push(d));
        res.on("end", () => resolve([res.headers["content-length"], Buffer.concat(parts)]));
      }).on("error", reject);
    });
  const [length, got] = await ask("/bytes");
  assert.strictEqual(length, "5000000");
  assert.ok(got.equals(bytes));
  const [none, twice] = await ask("/chunked");
  assert.strictEqual(none, undefined);
  assert.ok(twice.equals(Buffer.concat([bytes, bytes])));
  assert.ok((await ask("/head"))[1].equals(bytes));
  assert.strictEqual((await ask("/text"))[1].toString(), text);
  assert.strictEqual((await ask("/many"))[1].toString(), Array.from({ length: 1000 }, (_, i) => `${i};`).join(""));
});
