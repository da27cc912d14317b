"use strict";
const assert = require("node:assert");
const dc = require("node:diagnostics_channel");

const channel = dc.channel("x");
const order = [];
const second = () => order.push("second");
channel.subscribe(() => {
  order.push("first");
  channel.unsubscribe(second);
});
channel.subscribe(second);
channel.publish();
channel.publish();
assert.deepStrictEqual(order, ["first", "second", "first"]);
