// path.parse and path.format are each other's inverse.
const assert = require('node:assert');
const path = require('node:path');

assert.deepStrictEqual(path.posix.parse('/home/user/dir/file.txt'), {
  root: '/', dir: '/home/user/dir', base: 'file.txt', ext: '.txt', name: 'file',
});
assert.deepStrictEqual(path.posix.parse('a'), { root: '', dir: '', base: 'a', ext: '', name: 'a' });
assert.deepStrictEqual(path.posix.parse(''), { root: '', dir: '', base: '', ext: '', name: '' });
assert.deepStrictEqual(path.win32.parse('C:\\path\\dir\\file.txt'), {
  root: 'C:\\', dir: 'C:\\path\\dir', base: 'file.txt', ext: '.txt', name: 'file',
});
assert.deepStrictEqual(path.win32.parse('\\\\server\\share\\file'), {
  root: '\\\\server\\share\\', dir: '\\\\server\\share\\', base: 'file', ext: '', name: 'file',
});
for (const text of ['/a/b.c', 'a/b', '/', '/a', './b.tar.gz']) {
  assert.strictEqual(path.posix.format(path.posix.parse(text)), text);
}
assert.strictEqual(path.posix.format({ root: '/ignored', dir: '/home', base: 'f.txt' }), '/home/f.txt');
assert.strictEqual(path.posix.format({ root: '/', name: 'f', ext: 'txt' }), '/f.txt');
assert.throws(() => path.format(null), { code: 'ERR_INVALID_ARG_TYPE' });
