// At most 1000 pairs unless told otherwise.
const assert = require('node:assert');
const qs = require('node:querystring');

const many = Array.from({ length: 1500 }, (_, i) => `k${i}=1`).join('&');
assert.strictEqual(Object.keys(qs.parse(many)).length, 1000);
assert.strictEqual(Object.keys(qs.parse(many, null, null, { maxKeys: 0 })).length, 1500);
assert.strictEqual(Object.keys(qs.parse(many, null, null, { maxKeys: 3 })).length, 3);
