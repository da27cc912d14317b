"use strict";
const assert = require("node:assert");
const util = require("node:util");
assert.strictEqual(util.inspect(new AbortController()), "AbortController { signal: AbortSignal { aborted: false } }");
assert.strictEqual(util.inspect(AbortSignal.abort()), "AbortSignal { aborted: true }");
assert.strictEqual(util.inspect(new EventTarget()), "EventTarget {}");
assert.match(util.inspect(new Event("x")), /^Event \{\n  type: 'x',\n  defaultPrevented: false,\n  cancelable: false,/);
