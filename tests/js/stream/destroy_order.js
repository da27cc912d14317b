"use strict";
const assert = require("node:assert");
const { Duplex } = require("node:stream");
const order = [];
const duplex = new Duplex({
  read() {},
  write(chunk, encoding, callback) {
    callback();
  },
  destroy(error, callback) {
    order.push(`_destroy ${error.message}`);
    callback(error);
  },
});
duplex.on("error", (error) => order.push(`error ${error.message}`));
duplex.on("close", () => order.push("close"));
duplex.destroy(new Error("x"));
duplex.destroy(new Error("ignored"));
order.push("sync");
assert.strictEqual(duplex.errored.message, "x");
process.on("exit", () => assert.deepStrictEqual(order, ["_destroy x", "sync", "error x", "close"]));
