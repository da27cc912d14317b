const assert = require("node:assert");
const date = new Date(Date.UTC(2024, 0, 1, 12));
process.env.TZ = "UTC";
assert.strictEqual(date.getHours(), 12);
process.env.TZ = "Asia/Tokyo";
assert.strictEqual(date.getHours(), 21);
