"use strict";
const assert = require("node:assert");
const target = new EventTarget();
const event = new Event("x");
let code;
target.addEventListener("x", () => {
  try {
    target.dispatchEvent(event);
  } catch (error) {
    code = error.code;
  }
});
target.dispatchEvent(event);
assert.strictEqual(code, "ERR_EVENT_RECURSION");
assert.strictEqual(target.dispatchEvent(event), true); // may be dispatched again afterwards
