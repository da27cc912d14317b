const assert = require("node:assert");
const file = "../../fixtures/modules/values/instance.mjs";
(async () => {
  assert.strictEqual((await import(file)).loads, 1);
  assert.strictEqual((await import(file)).loads, 1);
  assert.strictEqual((await import(`${file}?v=2`)).loads, 2);
  assert.strictEqual((await import(`${file}#part`)).loads, 3);
  assert.strictEqual((await import(`${file}?v=2`)).loads, 2);
})();
