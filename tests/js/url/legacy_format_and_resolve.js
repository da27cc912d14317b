// url.format of parts, url.resolve.
const assert = require('node:assert');
const url = require('node:url');

assert.strictEqual(url.format({ protocol: 'https', hostname: 'a.com', port: 81, pathname: 'p#?', query: { x: [1, 2] }, hash: 'h' }),
  'https://a.com:81/p%23%3F?x=1&x=2#h');
assert.strictEqual(url.format({ protocol: 'mailto', auth: 'a b', host: 'c' }), 'mailto:a%20b@c');
assert.strictEqual(url.format({ hostname: '::1', slashes: true }), '//[::1]');
assert.strictEqual(url.format('http://A.com/ x'), 'http://a.com/%20x');
assert.throws(() => url.format(1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.strictEqual(url.resolve('/one/two/three', 'four'), '/one/two/four');
assert.strictEqual(url.resolve('http://example.com/one', '/two'), 'http://example.com/two');
assert.strictEqual(url.resolve('http://a/b/c/d;p?q', '../g?y#s'), 'http://a/b/g?y#s');
assert.strictEqual(url.resolve('http://a/b', '//c/d'), 'http://c/d');
assert.strictEqual(url.resolve('ws://a/b/c', '../d'), 'ws://a/d');
assert.strictEqual(url.resolveObject('http://a/b', 'c').href, 'http://a/c');
