// URL.parse gives null where the constructor throws; URL.canParse tells.
const assert = require('node:assert');

assert.strictEqual(URL.parse('foo'), null);
assert.strictEqual(URL.parse('x', 'http://a/b').href, 'http://a/x');
assert.ok(URL.parse('http://a') instanceof URL);
assert.strictEqual(URL.canParse('http://a'), true);
assert.strictEqual(URL.canParse('a'), false);
assert.strictEqual(URL.canParse('a', 'http://b'), true);
assert.strictEqual(URL.canParse('a', 'mailto:b'), false);
assert.throws(() => URL.canParse(), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => URL.parse(), { code: 'ERR_MISSING_ARGS' });
