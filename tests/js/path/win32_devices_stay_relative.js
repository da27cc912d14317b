// Shortening a relative Windows path must not turn it into a drive or a device.
const assert = require('node:assert');
const { win32 } = require('node:path');

assert.strictEqual(win32.normalize('./a/../C:/b'), '.\\C:\\b');
assert.strictEqual(win32.normalize('a/../C:'), '.\\C:');
assert.strictEqual(win32.normalize('CON:a/../b'), '.\\CON:b');
assert.strictEqual(win32.join('x', '..', 'c:/y'), '.\\c:\\y');
