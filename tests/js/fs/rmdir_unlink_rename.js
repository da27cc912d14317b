// rmdir, unlink, rename and their errors.
const assert = require('node:assert');
const fs = require('node:fs');
const dir = require('../../fixtures/temp_dir.js')();
process.chdir(dir);
fs.mkdirSync('d');
fs.writeFileSync('d/f', '1');
assert.throws(() => fs.rmdirSync('d'), { code: 'ENOTEMPTY', syscall: 'rmdir' });
assert.throws(() => fs.rmdirSync('d/f'), { code: 'ENOTDIR', syscall: 'rmdir' });
assert.throws(() => fs.unlinkSync('none'), { code: 'ENOENT', syscall: 'unlink', path: 'none' });
assert.throws(() => fs.renameSync('none', 'x'), {
  code: 'ENOENT', syscall: 'rename', path: 'none', dest: 'x', message: "ENOENT: no such file or directory, rename 'none' -> 'x'",
});
fs.renameSync('d/f', 'g');
fs.rmdirSync('d');
fs.rename('g', 'h', (error) => {
  assert.strictEqual(error, null);
  fs.unlink('h', (failure) => {
    assert.strictEqual(failure, null);
    assert.deepStrictEqual(fs.readdirSync('.'), []);
    fs.mkdirSync('e');
    fs.rmdir('e', (e) => assert.strictEqual(e, null));
  });
});
