// Writing query strings.
const assert = require('node:assert');
const qs = require('node:querystring');

assert.strictEqual(qs.stringify({ foo: 'bar', baz: ['qux', 'quux'], corge: '' }), 'foo=bar&baz=qux&baz=quux&corge=');
assert.strictEqual(qs.stringify({ foo: 'bar', baz: 'qux' }, ';', ':'), 'foo:bar;baz:qux');
assert.strictEqual(qs.stringify({ a: 1, b: true, c: null, d: undefined, e: {}, f: NaN, g: 10n }), 'a=1&b=true&c=&d=&e=&f=&g=10');
assert.strictEqual(qs.stringify({ a: [] , b: 1 }), 'b=1');
assert.strictEqual(qs.stringify({ 'a b': "é&=!'()*~" }), "a%20b=%C3%A9%26%3D!'()*~");
assert.strictEqual(qs.stringify('x'), '');
assert.strictEqual(qs.stringify({ a: 'b' }, null, null, { encodeURIComponent: (s) => `<${s}>` }), '<a>=<b>');
assert.throws(() => qs.stringify({ a: '\ud800' }), { name: 'URIError', code: 'ERR_INVALID_URI' });
assert.strictEqual(qs.encode, qs.stringify);
assert.strictEqual(qs.escape({ toString: () => 'a b' }), 'a%20b');
