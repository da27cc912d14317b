"use strict";
const assert = require("node:assert");
const target = new EventTarget();
target.addEventListener("x", (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
});
target.addEventListener("x", () => assert.fail());
const event = new Event("x", { cancelable: true });
assert.strictEqual(target.dispatchEvent(event), false);
assert.strictEqual(event.defaultPrevented, true);
assert.strictEqual(event.returnValue, false);
const firm = new Event("y");
firm.preventDefault();
assert.strictEqual(firm.defaultPrevented, false);
