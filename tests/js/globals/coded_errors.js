// An error with a code is an instance of its base class, carries its code as its only enumerable property, and hides the
// frame that made it. The first of its kind and the later ones are alike.
const assert = require("node:assert");

function caught(body) {
  try {
    body();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

const errors = [1, 2].map(() => caught(function here() {
  Buffer.alloc("x");
}));
for (const error of errors) {
  assert.ok(error instanceof TypeError);
  assert.strictEqual(error.name, "TypeError");
  assert.strictEqual(error.code, "ERR_INVALID_ARG_TYPE");
  assert.deepStrictEqual(Object.keys(error), ["code"]);
  assert.match(error.stack, /^TypeError \[ERR_INVALID_ARG_TYPE\]: The "size" argument/);
  assert.doesNotMatch(error.stack, /at new |at Coded/);
  assert.match(error.stack, /at here /);
  assert.match(String(error), /^TypeError \[ERR_INVALID_ARG_TYPE\]: /);
  assert.match(Object.prototype.toString.call(error), /Error/);
}
assert.strictEqual(Object.getPrototypeOf(errors[0]), Object.getPrototypeOf(errors[1]));
