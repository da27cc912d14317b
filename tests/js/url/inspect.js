// How URLs and their parameters are shown.
const assert = require('node:assert');
const { inspect } = require('node:util');

assert.strictEqual(inspect(new URL('http://u@a:81/b?c=d#e')), `URL {
  href: 'http://u@a:81/b?c=d#e',
  origin: 'http://a:81',
  protocol: 'http:',
  username: 'u',
  password: '',
  host: 'a:81',
  hostname: 'a',
  port: '81',
  pathname: '/b',
  search: '?c=d',
  searchParams: URLSearchParams { 'c' => 'd' },
  hash: '#e'
}`);
const p = new URLSearchParams('a=1&b=2');
assert.strictEqual(inspect(p), "URLSearchParams { 'a' => '1', 'b' => '2' }");
assert.strictEqual(inspect(new URLSearchParams()), 'URLSearchParams {}');
assert.strictEqual(inspect(p.keys()), "URLSearchParams Iterator { 'a', 'b' }");
assert.strictEqual(inspect(p.entries()), "URLSearchParams Iterator { [ 'a', '1' ], [ 'b', '2' ] }");
const it = p.values();
it.next();
assert.strictEqual(inspect(it), "URLSearchParams Iterator { '2' }");
