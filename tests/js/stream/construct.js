// expect-stdout: done
"use strict";
const assert = require("node:assert");
const { Writable } = require("node:stream");
const order = [];
const writable = new Writable({
  construct(callback) {
    order.push("construct");
    setImmediate(callback);
  },
  write(chunk, encoding, callback) {
    order.push(String(chunk));
    callback();
  },
});
writable.end("x");
order.push("sync");
writable.on("finish", () => {
  assert.deepStrictEqual(order, ["sync", "construct", "x"]);
  console.log("done");
});
