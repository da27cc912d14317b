"use strict";
const assert = require("node:assert");
const { Writable } = require("node:stream");
const order = [];
const writable = new Writable({
  write(chunk, encoding, callback) {
    order.push(`write ${chunk} ${encoding}`);
    setImmediate(callback);
  },
  final(callback) {
    order.push("final");
    callback();
  },
});
writable.on("finish", () => order.push("finish"));
writable.on("close", () => order.push("close"));
writable.write("a", () => order.push("a written"));
writable.end("b", () => order.push("ended"));
assert.strictEqual(writable.writableEnded, true);
process.on("exit", () => {
  assert.deepStrictEqual(order, [
    "write a buffer", "write b buffer", "a written", "final", "ended", "finish", "close",
  ]);
});
