// Percent-decoding to bytes.
const assert = require('node:assert');
const qs = require('node:querystring');

assert.deepStrictEqual(qs.unescapeBuffer('a%20b%zz%e9'), Buffer.from([97, 32, 98, 37, 122, 122, 0xe9]));
assert.strictEqual(qs.unescapeBuffer('a+b', true).toString(), 'a b');
assert.strictEqual(qs.unescapeBuffer('a+b').toString(), 'a+b');
assert.strictEqual(qs.unescape('a%20b+c'), 'a b+c');
