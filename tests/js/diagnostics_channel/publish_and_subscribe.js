"use strict";
const assert = require("node:assert");
const dc = require("node:diagnostics_channel");

const channel = dc.channel("test");
assert.strictEqual(dc.channel("test"), channel);
assert.strictEqual(channel.hasSubscribers, false);
channel.publish("nobody");
const seen = [];
const subscriber = (message, name) => seen.push([message, name]);
dc.subscribe("test", subscriber);
assert.strictEqual(channel.hasSubscribers, true);
assert.strictEqual(dc.hasSubscribers("test"), true);
channel.publish({ a: 1 });
assert.strictEqual(dc.unsubscribe("test", subscriber), true);
assert.strictEqual(dc.unsubscribe("test", subscriber), false);
channel.publish("late");
assert.deepStrictEqual(seen, [[{ a: 1 }, "test"]]);
assert.ok(channel instanceof dc.Channel);
