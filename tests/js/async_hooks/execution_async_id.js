"use strict";
const assert = require("node:assert");
const { executionAsyncId, triggerAsyncId, AsyncResource } = require("node:async_hooks");
assert.strictEqual(executionAsyncId(), 1);
assert.strictEqual(triggerAsyncId(), 0);
const resource = new AsyncResource("T");
assert.strictEqual(resource.triggerAsyncId(), 1);
resource.runInAsyncScope(() => {
  assert.strictEqual(executionAsyncId(), resource.asyncId());
  assert.strictEqual(triggerAsyncId(), 1);
});
assert.strictEqual(executionAsyncId(), 1);
