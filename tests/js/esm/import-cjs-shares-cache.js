import assert from "node:assert";
import { createRequire } from "node:module";
import random, { value } from "../../fixtures/modules/values/random.js";
const require = createRequire(import.meta.url);
assert.strictEqual(require("../../fixtures/modules/values/random.js"), random);
assert.strictEqual(random.value, value);
assert.strictEqual(require.main, undefined);
assert.strictEqual(process.mainModule, undefined);
