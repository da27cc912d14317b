// Windows paths work on every system.
const assert = require('node:assert');
const { win32 } = require('node:path');

assert.strictEqual(win32.join('C:\\a', '..', 'b/c'), 'C:\\b\\c');
assert.strictEqual(win32.join('\\\\server', 'share', 'x'), '\\\\server\\share\\x');
assert.strictEqual(win32.join('/', '/server', 'share'), '\\server\\share');
assert.strictEqual(win32.normalize('C:////temp\\\\/\\/\\/foo/bar'), 'C:\\temp\\foo\\bar');
assert.strictEqual(win32.normalize('C:..\\a'), 'C:..\\a');
assert.strictEqual(win32.normalize('//server/share/a/..'), '\\\\server\\share\\');
assert.strictEqual(win32.resolve('C:\\a', 'D:\\b', 'c'), 'D:\\b\\c');
assert.strictEqual(win32.resolve('c:/x', '../y'), 'c:\\y');
assert.strictEqual(win32.relative('C:\\orandea\\test\\aaa', 'c:\\orandea\\impl\\bbb'), '..\\..\\impl\\bbb');
assert.strictEqual(win32.relative('C:\\a', 'D:\\b'), 'D:\\b');
assert.strictEqual(win32.isAbsolute('C:/'), true);
assert.strictEqual(win32.isAbsolute('C:a'), false);
assert.strictEqual(win32.dirname('C:\\a\\b'), 'C:\\a');
assert.strictEqual(win32.basename('C:a.txt', '.txt'), 'a');
assert.strictEqual(win32.toNamespacedPath('C:\\a'), '\\\\?\\C:\\a');
assert.strictEqual(win32.toNamespacedPath('\\\\server\\share\\a'), '\\\\?\\UNC\\server\\share\\a');
