// AssertionError: properties, stack, inspection.
const assert = require('node:assert');
const { inspect } = require('node:util');
const { AssertionError } = assert;

function failing() { assert.strictEqual(1, 2); }
try {
  failing();
  process.exit(1);
} catch (error) {
  assert.ok(error instanceof AssertionError);
  assert.deepStrictEqual(Object.keys(error).slice(0, 5), ['generatedMessage', 'code', 'actual', 'expected', 'operator']);
  assert.strictEqual(error.name, 'AssertionError');
  assert.strictEqual(error.code, 'ERR_ASSERTION');
  assert.strictEqual(error.operator, 'strictEqual');
  assert.strictEqual(error.generatedMessage, true);
  assert.match(error.stack, /^AssertionError \[ERR_ASSERTION\]: Expected values to be strictly equal:\n\n1 !== 2\n\n {4}at failing /);
  assert.match(inspect(error), /generatedMessage: true,\n {2}code: 'ERR_ASSERTION',\n {2}actual: 1,\n {2}expected: 2,\n {2}operator: 'strictEqual'/);
  assert.strictEqual(String(error), `AssertionError [ERR_ASSERTION]: ${error.message}`);
}
const own = new AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' });
assert.strictEqual(own.message, 'Expected values to be strictly equal:\n\n1 !== 2\n');
assert.throws(() => new AssertionError(5), { code: 'ERR_INVALID_ARG_TYPE' });
