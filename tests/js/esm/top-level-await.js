import assert from "node:assert";
import { setTimeout as sleep } from "node:timers/promises";
const order = [];
const slow = sleep(5).then(() => order.push("slept"));
await slow;
order.push("after");
assert.deepStrictEqual(order, ["slept", "after"]);
assert.strictEqual((await import("../../fixtures/modules/values/needs-tla.mjs")).late, 1);
