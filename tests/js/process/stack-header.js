// The header of a stack is written at its first read: a message that was changed before shows. Error.prepareStackTrace works.
const assert = require('node:assert');
const error = new Error('before');
error.message = 'after';
assert.match(error.stack, /^Error: after\n {4}at /);
class Custom extends Error { get name() { return 'Custom'; } }
assert.match(new Custom('x').stack, /^Custom: x\n|^Error: x\n/);
Error.prepareStackTrace = (e, sites) => [e.message, sites[0].getLineNumber()];
assert.deepStrictEqual(new Error('sites').stack, ['sites', 9]);
Error.prepareStackTrace = undefined;
assert.strictEqual(typeof new Error('plain').stack, 'string');
