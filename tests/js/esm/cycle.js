import assert from "node:assert";
import { seen } from "../../fixtures/modules/cycle/a.mjs";
assert.strictEqual(seen, "b sees a");
