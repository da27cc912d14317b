"use strict";
const assert = require("node:assert");
const { Readable } = require("node:stream");
const chunks = ["a", "b", null];
const readable = new Readable({
  read() {
    this.push(chunks.shift());
  },
});
const order = [];
readable.on("data", (chunk) => order.push(String(chunk)));
readable.on("end", () => order.push("end"));
readable.on("close", () => order.push("close"));
order.push("sync");
process.on("exit", () => assert.deepStrictEqual(order, ["sync", "a", "b", "end", "close"]));
