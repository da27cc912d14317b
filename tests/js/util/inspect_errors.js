// Errors: class name in the stack, extra properties, cause, aggregate errors.
const assert = require('node:assert');
const { inspect } = require('node:util');

const bare = (error) => { error.stack = error.stack.split('\n')[0]; return error; };
assert.strictEqual(inspect(bare(new Error('m'))), '[Error: m]');
class Special extends Error {}
assert.strictEqual(inspect(bare(new Special('m'))), '[Special [Error]: m]');
assert.strictEqual(inspect(Object.assign(bare(new TypeError('m')), { code: 'E' })), "[TypeError: m] { code: 'E' }");
assert.strictEqual(inspect(bare(new Error('m', { cause: 5 }))), '[Error: m] { [cause]: 5 }');
assert.strictEqual(inspect(bare(new AggregateError([1], 'm'))), '[AggregateError: m] { [errors]: [ 1 ] }');
const withStack = inspect(new Error('here'));
assert.match(withStack, /^Error: here\n {4}at /);
assert.match(inspect({ e: new Error('in') }), /^\{\n {2}e: Error: in\n {6}at /);
const cause = new Error('inner');
assert.match(inspect(new Error('outer', { cause })), /\[cause\]: Error: inner/);
try {
  require('node:path').join(1);
} catch (error) {
  assert.match(inspect(error), /^TypeError \[ERR_INVALID_ARG_TYPE\]: The "path" argument must be of type string\. Received type number \(1\)\n[^]*\{\n {2}code: 'ERR_INVALID_ARG_TYPE'\n\}$/);
}
