// match, doesNotMatch, ifError.
const assert = require('node:assert');
assert.match('abc', /b/);
assert.doesNotMatch('abc', /x/);
assert.throws(() => assert.match('abc', /x/), { message: "The input did not match the regular expression /x/. Input:\n\n'abc'\n", operator: 'match' });
assert.throws(() => assert.doesNotMatch('abc', /b/), { message: "The input was expected to not match the regular expression /b/. Input:\n\n'abc'\n" });
assert.throws(() => assert.match(5, /b/), { message: 'The "string" argument must be of type string. Received type number (5)' });
assert.throws(() => assert.match('a', 'a'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.ifError(null);
assert.ifError(undefined);
assert.throws(() => assert.ifError(0), { message: 'ifError got unwanted exception: 0' });
function origin() { return new TypeError('first'); }
try {
  assert.ifError(origin());
  process.exit(1);
} catch (error) {
  assert.strictEqual(error.message, 'ifError got unwanted exception: first');
  assert.match(error.stack, /at origin /);
}
