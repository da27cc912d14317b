// Setting the parts of a URL; what a part cannot be is ignored.
const assert = require('node:assert');

const set = (name, value, from = 'http://u:p@h.x:81/p?q#f') => {
  const u = new URL(from);
  u[name] = value;
  return u.href;
};
assert.strictEqual(set('protocol', 'https'), 'https://u:p@h.x:81/p?q#f');
assert.strictEqual(set('protocol', 'mailto'), 'http://u:p@h.x:81/p?q#f');
assert.strictEqual(set('username', 'a b'), 'http://a%20b:p@h.x:81/p?q#f');
assert.strictEqual(set('password', ''), 'http://u@h.x:81/p?q#f');
assert.strictEqual(set('host', 'y:1'), 'http://u:p@y:1/p?q#f');
assert.strictEqual(set('hostname', 'y:1'), 'http://u:p@h.x:81/p?q#f');
assert.strictEqual(set('port', '80'), 'http://u:p@h.x/p?q#f');
assert.strictEqual(set('port', '99999'), 'http://u:p@h.x:81/p?q#f');
assert.strictEqual(set('pathname', 'a b?'), 'http://u:p@h.x:81/a%20b%3F?q#f');
assert.strictEqual(set('search', ''), 'http://u:p@h.x:81/p#f');
assert.strictEqual(set('search', 'a=b#c'), 'http://u:p@h.x:81/p?a=b%23c#f');
assert.strictEqual(set('hash', ''), 'http://u:p@h.x:81/p?q');
assert.strictEqual(set('hash', '#x y'), 'http://u:p@h.x:81/p?q#x%20y');
assert.strictEqual(set('href', 'a:b'), 'a:b');
const u = new URL('http://a/');
assert.throws(() => { u.href = 'nonsense'; }, { code: 'ERR_INVALID_URL', input: 'nonsense' });
assert.strictEqual(u.href, 'http://a/');
assert.throws(() => { 'use strict'; u.origin = 'x'; }, TypeError);
