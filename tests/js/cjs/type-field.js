const assert = require("node:assert");
const path = require("node:path");
const typed = path.join(__dirname, "../../fixtures/modules/typed");
assert.strictEqual(require(`${typed}/c.cjs`), "function");
assert.strictEqual(require(`${typed}/sub/c.js`), "function");
assert.strictEqual(require(`${typed}/m.js`).kind, "undefined");
assert.throws(() => require(`${typed}/sub/wrong.js`), {
  name: "SyntaxError",
  message: "Cannot use import statement outside a module",
});
