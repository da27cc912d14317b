// The module is its POSIX flavour here, and the flavours know each other.
const assert = require('node:assert');
const path = require('node:path');

assert.strictEqual(path.posix, path);
assert.strictEqual(path.win32.posix, path);
assert.strictEqual(path.win32.win32, path.win32);
assert.strictEqual(require('path/posix'), path.posix);
assert.strictEqual(require('node:path/win32'), path.win32);
assert.strictEqual(path.sep, '/');
assert.strictEqual(path.delimiter, ':');
assert.strictEqual(path.win32.sep, '\\');
assert.strictEqual(path.win32.delimiter, ';');
assert.strictEqual(path._makeLong, path.toNamespacedPath);
