const assert = require("node:assert");
const path = require("node:path");
const typed = path.join(__dirname, "../../fixtures/modules/typed");
(async () => {
  assert.strictEqual((await import(`${typed}/m.js`)).kind, "undefined");
  assert.strictEqual((await import(`${typed}/c.cjs`)).default, "function");
  assert.strictEqual((await import(`${typed}/sub/c.js`)).default, "function");
  await assert.rejects(import(`${typed}/sub/wrong.js`), { message: "Cannot use import statement outside a module" });
  await assert.rejects(import(path.join(__dirname, "../cjs/extensions-fixture.txt")), {
    name: "TypeError",
    code: "ERR_UNKNOWN_FILE_EXTENSION",
    message: `Unknown file extension ".txt" for ${path.join(__dirname, "../cjs/extensions-fixture.txt")}`,
  });
})();
