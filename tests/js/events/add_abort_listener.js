"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const controller = new AbortController();
let calls = 0;
controller.signal.addEventListener("abort", (event) => event.stopImmediatePropagation());
EventEmitter.addAbortListener(controller.signal, () => calls++);
const removed = EventEmitter.addAbortListener(controller.signal, () => assert.fail());
removed[Symbol.dispose]();
controller.abort();
assert.strictEqual(calls, 1);
let late = false;
EventEmitter.addAbortListener(controller.signal, () => (late = true));
assert.strictEqual(late, false);
queueMicrotask(() => assert.strictEqual(late, true));
