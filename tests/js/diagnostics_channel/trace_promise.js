// expect-stdout: done
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
(async () => {
  assert.strictEqual(await trace.tracePromise(async (x) => x * 2, {}, null, 4), 8);
  await assert.rejects(trace.tracePromise(async () => { throw new Error("rej"); }), { message: "rej" });
  assert.deepStrictEqual(order, [
    "start", "end", "asyncStart:8", "asyncEnd:8",
    "start", "end", "error!rej", "asyncStart!rej", "asyncEnd!rej",
  ]);
})().then(() => console.log("done"));
