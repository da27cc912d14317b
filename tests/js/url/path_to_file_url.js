// File URLs from paths, and back again.
const assert = require('node:assert');
const { pathToFileURL, fileURLToPath } = require('node:url');

const href = (path) => pathToFileURL(path).href;
assert.strictEqual(href('/a/b c'), 'file:///a/b%20c');
assert.strictEqual(href('/a#b?c%d\\e'), 'file:///a%23b%3Fc%25d%5Ce');
assert.strictEqual(href('/a/../b/'), 'file:///b/');
assert.strictEqual(href('/'), 'file:///');
assert.strictEqual(href('x'), `file://${process.cwd()}/x`);
assert.strictEqual(href('/a\n'), 'file:///a%0A');
assert.strictEqual(pathToFileURL('C:\\a b', { windows: true }).href, 'file:///C:/a%20b');
assert.strictEqual(pathToFileURL('\\\\server\\share\\x', { windows: true }).href, 'file://server/share/x');
assert.throws(() => pathToFileURL('\\\\server', { windows: true }), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => pathToFileURL(1), { code: 'ERR_INVALID_ARG_TYPE' });
for (const path of ['/plain/file.js', '/über/日本', '/a%20b', '/!*\'();:@&=+$,[]', '/tab\there', '/😀']) {
  assert.strictEqual(fileURLToPath(pathToFileURL(path)), path);
  assert.strictEqual(pathToFileURL(path).pathname, new URL(href(path)).pathname);
}
