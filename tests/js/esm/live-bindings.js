import assert from "node:assert";
import { count, increment } from "../../fixtures/modules/values/counter.mjs";
import * as namespace from "../../fixtures/modules/values/counter.mjs";
assert.strictEqual(count, 0);
increment();
assert.strictEqual(count, 1);
assert.strictEqual(namespace.count, 1);
assert.throws(() => { namespace.count = 5; }, TypeError);
