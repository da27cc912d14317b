const assert = require("node:assert");
const { Blob } = require("node:buffer");
(async () => {
  const blob = new Blob([Buffer.alloc(100000, "a"), "b".repeat(50000)]);
  let size = 0;
  const chunks = [];
  for await (const chunk of blob.stream()) {
    assert.ok(chunk instanceof Uint8Array);
    size += chunk.length;
    chunks.push(chunk);
  }
  assert.strictEqual(size, 150000);
  assert.strictEqual(Buffer.concat(chunks).toString(), "a".repeat(100000) + "b".repeat(50000));
  for await (const chunk of new Blob([]).stream()) assert.fail(String(chunk));
})();
