// The messages of the two-value assertions.
const assert = require('node:assert');
const message = (fn) => { try { fn(); } catch (error) { return error.message; } return 'nothing thrown'; };

assert.strictEqual(message(() => assert.equal(1, 2)), '1 == 2');
assert.strictEqual(message(() => assert.notEqual(1, 1)), '1 != 1');
assert.strictEqual(message(() => assert.strictEqual(1, 2)), 'Expected values to be strictly equal:\n\n1 !== 2\n');
assert.strictEqual(message(() => assert.strictEqual('a', 'b', 'mine')), "mine\n\n'a' !== 'b'\n");
assert.strictEqual(message(() => assert.notStrictEqual(1, 1)), 'Expected "actual" to be strictly unequal to: 1');
assert.strictEqual(message(() => assert.strictEqual({ a: 1 }, { a: 1 })),
  'Values have same structure but are not reference-equal:\n\n{\n  a: 1\n}\n');
assert.strictEqual(message(() => assert.deepStrictEqual({ a: 1, b: 2 }, { a: 1, b: 3 })).trimEnd(),
  'Expected values to be strictly deep-equal:\n+ actual - expected\n\n  {\n    a: 1,\n+   b: 2\n-   b: 3\n  }');
assert.strictEqual(message(() => assert.deepEqual({ a: 1 }, { a: 2 })),
  'Expected values to be loosely deep-equal:\n\n{\n  a: 1\n}\n\nshould loosely deep-equal\n\n{\n  a: 2\n}');
assert.strictEqual(message(() => assert.notDeepStrictEqual({ a: 1 }, { a: 1 })),
  'Expected "actual" not to be strictly deep-equal to:\n\n{\n  a: 1\n}\n');
assert.strictEqual(message(() => assert.fail()), 'Failed');
assert.strictEqual(message(() => assert.fail('boom')), 'boom');
assert.match(message(() => assert.strictEqual('x'.repeat(30), 'x'.repeat(29) + 'y')), /\n {32}\^/);
