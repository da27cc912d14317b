// assert.strict and assert/strict: the loose assertions are strict there.
const assert = require('node:assert');
const strict = require('node:assert/strict');
assert.strictEqual(strict, assert.strict);
assert.strictEqual(strict.strict, strict);
assert.strictEqual(strict.equal, assert.strictEqual);
assert.strictEqual(strict.deepEqual, assert.deepStrictEqual);
assert.strictEqual(strict.notEqual, assert.notStrictEqual);
assert.throws(() => strict.equal(1, '1'));
assert.throws(() => strict.deepEqual({ a: 1 }, { a: '1' }));
assert.throws(() => strict(0));
assert.strictEqual(assert.ok, assert);
