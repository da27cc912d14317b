// A main module is evaluated in a microtask: promise reactions come before nextTick, unlike in CommonJS.
import assert from "node:assert";
const order = [];
process.nextTick(() => order.push("tick"));
Promise.resolve().then(() => order.push("promise"));
order.push("sync");
setImmediate(() => assert.deepStrictEqual(order, ["sync", "promise", "tick"]));
