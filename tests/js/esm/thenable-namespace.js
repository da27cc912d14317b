const assert = require("node:assert");
import("../../fixtures/modules/values/thenable.mjs").then((value) => assert.strictEqual(value, "thenable"));
