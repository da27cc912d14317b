const assert = require("node:assert");
const { inspect } = require("node:util");
const { Blob, File } = require("node:buffer");
(async () => {
  const file = new File(["abc"], "name.txt", { type: "text/plain", lastModified: 7 });
  assert.ok(file instanceof Blob);
  assert.strictEqual(await file.text(), "abc");
  assert.deepStrictEqual([file.name, file.lastModified, file.type, file.size], ["name.txt", 7, "text/plain", 3]);
  assert.strictEqual(inspect(file), "File { size: 3, type: 'text/plain', name: 'name.txt', lastModified: 7 }");
  assert.ok(Math.abs(new File([], "x").lastModified - Date.now()) < 10000);
  assert.ok(!(file.slice(0, 1) instanceof File));
  assert.throws(() => new File([]), { code: "ERR_MISSING_ARGS" });
})();
