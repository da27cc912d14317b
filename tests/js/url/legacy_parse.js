// url.parse, the older reader.
const assert = require('node:assert');
const url = require('node:url');

const full = url.parse('HTTP://user:p%40ss@Host.COM:8080/p/a t?q=a b#h', false);
assert.strictEqual(full.href, 'http://user:p%40ss@host.com:8080/p/a%20t?q=a%20b#h');
assert.deepStrictEqual({ ...full }, {
  protocol: 'http:', slashes: true, auth: 'user:p@ss', host: 'host.com:8080', port: '8080', hostname: 'host.com',
  hash: '#h', search: '?q=a%20b', query: 'q=a%20b', pathname: '/p/a%20t', path: '/p/a%20t?q=a%20b', href: full.href,
});
const simple = url.parse('/a?b=1&b=2', true);
assert.strictEqual(simple.pathname, '/a');
assert.deepStrictEqual({ ...simple.query }, { b: ['1', '2'] });
assert.strictEqual(simple.protocol, null);
assert.strictEqual(url.parse('//host/p').hostname, null);
assert.strictEqual(url.parse('//host/p', false, true).hostname, 'host');
assert.strictEqual(url.parse('javascript:alert(1)').pathname, 'alert(1)');
assert.strictEqual(url.parse('http://[::1]:3/').hostname, '::1');
assert.strictEqual(url.parse('http://español.com/').hostname, 'xn--espaol-zwa.com');
assert.strictEqual(url.parse('http://a.com\\b?c\\d').href, 'http://a.com/b?c%5Cd');
assert.strictEqual(url.parse('x') instanceof url.Url, true);
assert.throws(() => url.parse(1), { code: 'ERR_INVALID_ARG_TYPE', message: /^The "url" argument/ });
assert.throws(() => url.parse('http://a]b/'), { code: 'ERR_INVALID_URL', input: 'http://a]b/' });
