// assert.throws with every kind of expectation.
const assert = require('node:assert');
class Special extends Error { code = 'S'; }
const fail = () => { throw new Special('went wrong'); };
const message = (fn) => { try { fn(); } catch (error) { return error.message; } return 'nothing thrown'; };

assert.throws(fail);
assert.throws(fail, Special);
assert.throws(fail, /went/);
assert.throws(fail, (error) => error.code === 'S');
assert.throws(fail, { message: 'went wrong', code: 'S' });
assert.throws(fail, { message: /^went/ });
assert.throws(fail, new Error('went wrong'));
assert.throws(() => { throw null; });
assert.strictEqual(message(() => assert.throws(() => {})), 'Missing expected exception.');
assert.strictEqual(message(() => assert.throws(() => {}, TypeError, 'why')), 'Missing expected exception (TypeError): why');
assert.match(message(() => assert.throws(fail, /nope/)), /^The input did not match the regular expression \/nope\/\. Input:\n\n'Error: went wrong'\n$/);
assert.match(message(() => assert.throws(fail, TypeError)), /^The error is expected to be an instance of "TypeError"\. Received "Special"/);
assert.match(message(() => assert.throws(fail, () => 5)), /^The validation function is expected to return "true"\. Received 5/);
assert.match(message(() => assert.throws(fail, { code: 'T' })), /\+ {3}code: 'S'\n- {3}code: 'T'/);
assert.throws(() => assert.throws(fail, 'went wrong'), { code: 'ERR_AMBIGUOUS_ARGUMENT' });
assert.throws(() => assert.throws(fail, {}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => assert.throws('x'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => assert.throws(fail, 'a', 'b'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => assert.doesNotThrow(fail, 'why'), { message: 'Got unwanted exception: why\nActual message: "went wrong"' });
assert.throws(() => assert.doesNotThrow(fail, TypeError), Special);
assert.doesNotThrow(() => {});
