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

assert.strictEqual(trace.traceSync((x) => x, {}, null, 1), 1);
assert.deepStrictEqual(order, []);
trace.subscribe(subscribers);
assert.strictEqual(trace.hasSubscribers, true);
assert.strictEqual(trace.traceSync(function (x) { return x + this.y; }, {}, { y: 2 }, 1), 3);
assert.throws(() => trace.traceSync(() => { throw new Error("bad"); }), { message: "bad" });
assert.deepStrictEqual(order, ["start", "end:3", "start", "error!bad", "end!bad"]);
assert.strictEqual(trace.unsubscribe(subscribers), true);
assert.strictEqual(trace.unsubscribe(subscribers), false);
assert.strictEqual(trace.start, dc.channel("tracing:op:start"));
