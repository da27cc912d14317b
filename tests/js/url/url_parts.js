// The parts of a URL.
const assert = require('node:assert');

const parts = (text, base) => {
  const u = new URL(text, base);
  return [u.href, u.origin, u.protocol, u.username, u.password, u.host, u.hostname, u.port, u.pathname, u.search, u.hash];
};
assert.deepStrictEqual(parts('https://user:pa%20ss@EXAMPLE.com:8080/a/../b?x=1#y'), [
  'https://user:pa%20ss@example.com:8080/b?x=1#y', 'https://example.com:8080', 'https:', 'user', 'pa%20ss',
  'example.com:8080', 'example.com', '8080', '/b', '?x=1', '#y',
]);
assert.deepStrictEqual(parts('/p?q', 'http://localhost:80/'), [
  'http://localhost/p?q', 'http://localhost', 'http:', '', '', 'localhost', 'localhost', '', '/p', '?q', '',
]);
assert.deepStrictEqual(parts('mailto:a@b'), ['mailto:a@b', 'null', 'mailto:', '', '', '', '', '', 'a@b', '', '']);
assert.deepStrictEqual(parts('http://[::1]:3/?#'), [
  'http://[::1]:3/?#', 'http://[::1]:3', 'http:', '', '', '[::1]:3', '[::1]', '3', '/', '', '',
]);
assert.deepStrictEqual(parts('web+demo:/.//not-a-host/'), [
  'web+demo:/.//not-a-host/', 'null', 'web+demo:', '', '', '', '', '', '//not-a-host/', '', '',
]);
assert.deepStrictEqual(parts('http://:p@h/'), ['http://:p@h/', 'http://h', 'http:', '', 'p', 'h', 'h', '', '/', '', '']);
assert.strictEqual(new URL('blob:https://a.b/c').origin, 'https://a.b');
assert.strictEqual(new URL('file:///x').origin, 'null');
assert.strictEqual(new URL('http://español.com/é?é#é').href, 'http://xn--espaol-zwa.com/%C3%A9?%C3%A9#%C3%A9');
assert.strictEqual(new URL('http://a/\ud800').pathname, '/%EF%BF%BD');
assert.strictEqual(new URL(new URL('../x', 'http://a/b/c/d')).href, 'http://a/b/x');
