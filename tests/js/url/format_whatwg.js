// url.format of a URL object with options.
const assert = require('node:assert');
const url = require('node:url');

const u = new URL('https://xn--espaol-zwa.com:81/p?q#h');
assert.strictEqual(url.format(u), u.href);
assert.strictEqual(url.format(u, { fragment: false, search: false }), 'https://xn--espaol-zwa.com:81/p');
assert.strictEqual(url.format(u, { unicode: true }), 'https://español.com:81/p?q#h');
assert.strictEqual(url.format(new URL('http://a:b@c/'), { auth: false }), 'http://c/');
assert.throws(() => url.format(u, 1), { code: 'ERR_INVALID_ARG_TYPE' });
