"use strict";
const assert = require("node:assert");
const target = new EventTarget();
const seen = [];
const object = {
  handleEvent(event) {
    assert.strictEqual(this, object);
    seen.push(["object", event.type]);
  },
};
function listener(event) {
  assert.strictEqual(this, target);
  assert.strictEqual(event.currentTarget, target);
  assert.strictEqual(event.eventPhase, Event.AT_TARGET);
  assert.deepStrictEqual(event.composedPath(), [target]);
  seen.push(["function", event.type]);
}
target.addEventListener("x", listener);
target.addEventListener("x", listener); // the same: not added again
target.addEventListener("x", object);
const event = new Event("x");
assert.strictEqual(target.dispatchEvent(event), true);
assert.deepStrictEqual(seen, [["function", "x"], ["object", "x"]]);
assert.strictEqual(event.eventPhase, Event.NONE);
assert.strictEqual(event.currentTarget, null);
assert.strictEqual(event.target, target);
target.removeEventListener("x", listener);
target.removeEventListener("x", object);
target.dispatchEvent(new Event("x"));
assert.strictEqual(seen.length, 2);
