import assert from "node:assert";
import good from "../../fixtures/modules/json/good.json" with { type: "json" };
import { default as again } from "../../fixtures/modules/json/good.json" with { type: "json" };
assert.strictEqual(good, again);
assert.strictEqual(good.a, 1);
