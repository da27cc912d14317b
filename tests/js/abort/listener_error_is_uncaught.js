"use strict";
const assert = require("node:assert");
const target = new EventTarget();
const order = [];
process.on("uncaughtException", (error) => order.push(error.message));
target.addEventListener("x", () => {
  throw new Error("from listener");
});
target.addEventListener("x", async () => {
  throw new Error("from async listener");
});
target.addEventListener("x", () => order.push("next listener"));
target.dispatchEvent(new Event("x"));
order.push("after dispatch");
process.on("exit", () => {
  assert.deepStrictEqual(order, ["next listener", "after dispatch", "from listener", "from async listener"]);
});
