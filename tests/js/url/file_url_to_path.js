// Paths from file URLs.
const assert = require('node:assert');
const { fileURLToPath } = require('node:url');

assert.strictEqual(fileURLToPath('file:///a/b%20c'), '/a/b c');
assert.strictEqual(fileURLToPath('file:///a/../b/./c'), '/b/c');
assert.strictEqual(fileURLToPath(new URL('file:///é?x#y')), '/é');
assert.strictEqual(fileURLToPath('file:///a.b/.c'), '/a.b/.c');
assert.strictEqual(fileURLToPath('file:///C:/a', { windows: true }), 'C:\\a');
assert.strictEqual(fileURLToPath('file://server/share/x', { windows: true }), '\\\\server\\share\\x');
assert.throws(() => fileURLToPath('http://a/'), { code: 'ERR_INVALID_URL_SCHEME', message: 'The URL must be of scheme file' });
assert.throws(() => fileURLToPath('file://host/a'), { code: 'ERR_INVALID_FILE_URL_HOST' });
assert.throws(() => fileURLToPath('file:///a%2Fb'), {
  code: 'ERR_INVALID_FILE_URL_PATH', message: 'File URL path must not include encoded / characters',
});
assert.throws(() => fileURLToPath('file:///a', { windows: true }), { message: 'File URL path must be absolute' });
assert.throws(() => fileURLToPath('/a'), { code: 'ERR_INVALID_URL' });
assert.throws(() => fileURLToPath(1), { code: 'ERR_INVALID_ARG_TYPE' });
