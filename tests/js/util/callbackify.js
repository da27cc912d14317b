// util.callbackify: the outcome of an async function as (error, value), falsy rejections wrapped.
const assert = require('node:assert');
const { callbackify } = require('node:util');
let calls = 0;

callbackify(async (a) => a * 2)(21, (error, value) => {
  assert.strictEqual(error, null);
  assert.strictEqual(value, 42);
  calls++;
});
const reason = new Error('no');
callbackify(async () => { throw reason; })((error) => {
  assert.strictEqual(error, reason);
  calls++;
});
callbackify(async () => { throw null; })((error) => {
  assert.strictEqual(error.code, 'ERR_FALSY_VALUE_REJECTION');
  assert.strictEqual(error.reason, null);
  calls++;
});
async function named(a, b) {}
assert.strictEqual(callbackify(named).name, 'namedCallbackified');
assert.strictEqual(callbackify(named).length, 3);
assert.throws(() => callbackify(async () => {})(), { message: /^The last argument must be of type function/ });
process.on('exit', () => assert.strictEqual(calls, 3));
