"use strict";
const assert = require("node:assert");
const dc = require("node:diagnostics_channel");

const order = [];
process.on("uncaughtException", (error) => order.push(error.message));
const channel = dc.channel("x");
channel.subscribe(() => {
  throw new Error("subscriber");
});
channel.subscribe(() => order.push("second"));
channel.publish();
order.push("published");
process.on("exit", () => assert.deepStrictEqual(order, ["second", "published", "subscriber"]));
