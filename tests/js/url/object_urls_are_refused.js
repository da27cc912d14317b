// not-on-node: Node has a store of Blobs
// There is no store of Blobs: the functions say so.
const assert = require('node:assert');

assert.throws(() => URL.createObjectURL({}), { code: 'ERR_METHOD_NOT_IMPLEMENTED', message: /URL\.createObjectURL\(\)/ });
assert.throws(() => URL.revokeObjectURL('blob:x'), { code: 'ERR_METHOD_NOT_IMPLEMENTED' });
