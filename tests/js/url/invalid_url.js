// What is no URL: the error says what was given.
const assert = require('node:assert');

assert.throws(() => new URL('foo'), (error) => {
  assert.strictEqual(error.name, 'TypeError');
  assert.strictEqual(error.code, 'ERR_INVALID_URL');
  assert.strictEqual(error.message, 'Invalid URL');
  assert.strictEqual(error.input, 'foo');
  assert.strictEqual('base' in error, false);
  return true;
});
assert.throws(() => new URL('/foo', 'bar'), { code: 'ERR_INVALID_URL', input: '/foo', base: 'bar' });
assert.throws(() => new URL('a', null), { code: 'ERR_INVALID_URL', base: 'null' });
assert.throws(() => new URL('http://a b/'), { code: 'ERR_INVALID_URL' });
assert.throws(() => new URL(), { code: 'ERR_MISSING_ARGS', message: 'The "url" argument must be specified' });
assert.throws(() => URL('http://a/'), TypeError);
