// util.aborted resolves when the signal aborts.
const assert = require('node:assert');
const { aborted } = require('node:util');
const controller = new AbortController();
const resource = {};
let resolved = false;
aborted(controller.signal, resource).then(() => { resolved = true; });
controller.abort();
setImmediate(() => assert.strictEqual(resolved, true));
assert.rejects(aborted(), { code: 'ERR_INVALID_ARG_TYPE' });
assert.rejects(aborted(controller.signal), { code: 'ERR_INVALID_ARG_TYPE' });
aborted(AbortSignal.abort(), resource);
