// assert.rejects and doesNotReject, with promises and functions.
const assert = require('node:assert');
(async () => {
  await assert.rejects(Promise.reject(new TypeError('x')), TypeError);
  await assert.rejects(async () => { throw new Error('x'); }, { message: 'x' });
  await assert.rejects({ then(_ok, fail) { fail(1); }, catch() {} });
  await assert.doesNotReject(Promise.resolve());
  await assert.rejects(assert.rejects(Promise.resolve(1)), { message: 'Missing expected rejection.', operator: 'rejects' });
  await assert.rejects(assert.doesNotReject(Promise.reject(new Error('x'))), { message: 'Got unwanted rejection.\nActual message: "x"' });
  await assert.rejects(assert.rejects(() => 5), { code: 'ERR_INVALID_RETURN_VALUE' });
  await assert.rejects(assert.rejects(5), { code: 'ERR_INVALID_ARG_TYPE' });
  await assert.rejects(assert.rejects(() => { throw new Error('sync'); }, /x/), { message: 'sync' });
})();
