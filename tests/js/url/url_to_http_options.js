// What http.request takes from a URL.
const assert = require('node:assert');
const { urlToHttpOptions } = require('node:url');

const options = urlToHttpOptions(new URL('https://a%40:b@[::1]:81/p?q#h'));
assert.strictEqual(Object.getPrototypeOf(options), null);
assert.deepStrictEqual({ ...options }, {
  protocol: 'https:', hostname: '::1', hash: '#h', search: '?q', pathname: '/p', path: '/p?q',
  href: 'https://a%40:b@[::1]:81/p?q#h', port: 81, auth: 'a@:b',
});
assert.strictEqual('port' in urlToHttpOptions(new URL('http://a/')), false);
