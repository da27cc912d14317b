// A URL has no own properties; JSON and text are its href.
const assert = require('node:assert');

const u = new URL('http://a/b');
assert.deepStrictEqual(Reflect.ownKeys(u), []);
assert.strictEqual(JSON.stringify({ u }), '{"u":"http://a/b"}');
assert.strictEqual(`${u}`, 'http://a/b');
assert.strictEqual(Object.prototype.toString.call(u), '[object URL]');
assert.strictEqual(URL.name, 'URL');
assert.strictEqual(URL.length, 1);
assert.strictEqual(URLSearchParams.name, 'URLSearchParams');
const keys = [];
for (const key in u) keys.push(key);
assert.deepStrictEqual(keys.sort(), [
  'hash', 'host', 'hostname', 'href', 'origin', 'password', 'pathname', 'port', 'protocol', 'search', 'searchParams',
  'toJSON', 'toString', 'username',
].sort());
assert.strictEqual(require('node:url').URL, URL);
assert.strictEqual(require('node:url').URLSearchParams, URLSearchParams);
class Mine extends URL {
  get first() { return this.pathname.split('/')[1]; }
}
assert.strictEqual(new Mine('http://a/x/y').first, 'x');
