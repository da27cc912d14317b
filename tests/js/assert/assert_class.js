// assert.Assert: assertions with options of their own.
// not-on-node: Node 20 has no assert.Assert
const assert = require('node:assert');
const { Assert } = assert;
class A { x = 1; }

const strict = new Assert();
assert.throws(() => strict.equal(1, '1'), { operator: 'strictEqual', diff: 'simple' });
new Assert({ strict: false }).equal(1, '1');
new Assert({ skipPrototype: true }).deepStrictEqual(new A(), { x: 1 });
assert.throws(() => strict.deepStrictEqual(new A(), { x: 1 }));
const long = Array.from({ length: 60 }, (_, i) => i);
const message = (options) => {
  try { new Assert(options).deepStrictEqual(long, [...long, 1]); } catch (error) { return error.message; }
  return '';
};
assert.match(message({}), /\.\.\. Skipped lines/);
assert.doesNotMatch(message({ diff: 'full' }), /\.\.\. Skipped lines/);
assert.strictEqual(message({ diff: 'full' }).split('\n').length > 60, true);
assert.throws(() => new Assert({ diff: 'x' }), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => Assert(), { code: 'ERR_CONSTRUCT_CALL_REQUIRED' });
assert.throws(() => strict.ok(0), { message: /strict\.ok\(0\)/ });
