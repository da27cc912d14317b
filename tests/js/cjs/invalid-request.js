const assert = require("node:assert");
assert.throws(() => require(""), {
  code: "ERR_INVALID_ARG_VALUE",
  message: "The argument 'id' must be a non-empty string. Received ''",
});
assert.throws(() => require(5), {
  code: "ERR_INVALID_ARG_TYPE",
  message: 'The "id" argument must be of type string. Received type number (5)',
});
assert.throws(() => require.resolve(undefined), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => require("node:nope"), {
  code: "ERR_UNKNOWN_BUILTIN_MODULE",
  message: "No such built-in module: node:nope",
});
