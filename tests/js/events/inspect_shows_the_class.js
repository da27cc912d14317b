"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const util = require("node:util");
class Thing extends EventEmitter {}
assert.match(util.inspect(new Thing()), /^Thing \{\n  _events: \[Object: null prototype\] \{\},\n  _eventsCount: 0,/);
