"use strict";
const assert = require("node:assert");
const dc = require("node:diagnostics_channel");
const trace = dc.tracingChannel("op");
const order = [];
const subscribers = {};
for (const name of ["start", "end", "asyncStart", "asyncEnd", "error"]) {
  subscribers[name] = (context) => order.push(name + ("result" in context ? `:${context.result}` : "") +
    (context.error ? `!${context.error.message}` : ""));
}

trace.subscribe(subscribers);
trace.traceCallback((a, callback) => setImmediate(callback, null, a + 1), -1, {}, null, 10, (error, result) => {
  assert.strictEqual(error, null);
  assert.strictEqual(result, 11);
  order.push("callback");
});
assert.throws(() => trace.traceCallback(() => {}, 0, {}, null, 5), { code: "ERR_INVALID_ARG_TYPE" });
process.on("exit", () => assert.deepStrictEqual(order, ["start", "end", "asyncStart:11", "callback", "asyncEnd:11"]));
