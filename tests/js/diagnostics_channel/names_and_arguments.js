"use strict";
const assert = require("node:assert");
const dc = require("node:diagnostics_channel");

const symbol = Symbol("s");
assert.strictEqual(dc.channel(symbol).name, symbol);
assert.strictEqual(dc.hasSubscribers("never made"), false);
assert.throws(() => dc.channel(5), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => dc.channel("x").subscribe(5), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => dc.tracingChannel(5), { code: "ERR_INVALID_ARG_TYPE" });
