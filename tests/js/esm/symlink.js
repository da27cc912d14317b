import assert from "node:assert";
import linked from "../../fixtures/modules/linked/link.cjs";
import real from "../../fixtures/modules/values/uses-module.cjs";
assert.strictEqual(linked, real);
assert.ok(linked.filename.endsWith("/values/uses-module.cjs"));
assert.strictEqual(linked.info.parent, undefined);
