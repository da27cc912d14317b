"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter({ captureRejections: true });
const order = [];
emitter.on("x", async () => {
  throw new Error("rejected");
});
emitter.on("error", (error) => order.push(error.message));
emitter.emit("x");
order.push("sync");
process.on("exit", () => assert.deepStrictEqual(order, ["sync", "rejected"]));
