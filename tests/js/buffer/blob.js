const assert = require("node:assert");
const { Blob } = require("node:buffer");
assert.strictEqual(globalThis.Blob, Blob);
(async () => {
  const blob = new Blob(["h\u00e9", new Uint8Array([33]), new ArrayBuffer(1), new Blob(["x"]), 5], { type: "TEXT/plain" });
  assert.strictEqual(blob.size, 7);
  assert.strictEqual(blob.type, "text/plain");
  assert.strictEqual(await blob.text(), "h\u00e9!\0x5");
  assert.strictEqual((await blob.arrayBuffer()).byteLength, 7);
  const part = blob.slice(3, -2, "a/b");
  assert.deepStrictEqual([part.size, part.type, await part.text()], [2, "a/b", "!\0"]);
  assert.strictEqual(blob.slice(5, 2).size, 0);
  // The bytes are a copy.
  const source = new Uint8Array([97]);
  const kept = new Blob([source]);
  source[0] = 98;
  assert.strictEqual(await kept.text(), "a");
  assert.strictEqual(await new Blob(["a\r\nb"], { endings: "native" }).text(), "a\nb");
  assert.strictEqual(await new Blob(["\ufeffa"]).text(), "a");
  assert.strictEqual(new Blob([], { type: "\u00e9" }).type, "");
  assert.throws(() => new Blob("abc"), { code: "ERR_INVALID_ARG_TYPE", message: /must be a sequence/ });
  assert.throws(() => new Blob([], 5), { code: "ERR_INVALID_ARG_TYPE", message: /must be a dictionary/ });
  assert.throws(() => new Blob([], { endings: "x" }), { code: "ERR_INVALID_ARG_VALUE" });
  await assert.rejects(Blob.prototype.text.call({}), { code: "ERR_INVALID_THIS" });
})();
