// The accessors are for URLs only.
const assert = require('node:assert');

const get = (name) => Object.getOwnPropertyDescriptor(URL.prototype, name).get;
for (const name of ['href', 'host', 'searchParams', 'origin']) assert.throws(() => get(name).call({}), TypeError);
assert.throws(() => URL.prototype.toString.call(1), TypeError);
assert.throws(() => URLSearchParams.prototype.get.call({}, 'a'), { code: 'ERR_INVALID_THIS' });
assert.throws(() => new URLSearchParams().keys().next.call({}), { code: 'ERR_INVALID_THIS' });
