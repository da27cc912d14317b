"use strict";
const assert = require("node:assert");
const { createHook } = require("node:async_hooks");
if (process.versions.rondo) {
  assert.throws(() => createHook({ init() {} }), { code: "ERR_METHOD_NOT_IMPLEMENTED", message: /AsyncLocalStorage/ });
}
