// copyFile and its modes.
const assert = require('node:assert');
const fs = require('node:fs');
const dir = require('../../fixtures/temp_dir.js')();
process.chdir(dir);
fs.writeFileSync('a', 'content', { mode: 0o640 });
fs.copyFileSync('a', 'b');
assert.strictEqual(fs.readFileSync('b', 'utf8'), 'content');
assert.strictEqual(fs.statSync('b').mode & 0o777, 0o640);
assert.throws(() => fs.copyFileSync('a', 'b', fs.constants.COPYFILE_EXCL), {
  code: 'EEXIST', syscall: 'copyfile', path: 'a', dest: 'b',
});
fs.copyFileSync('a', 'c', fs.constants.COPYFILE_FICLONE);
assert.throws(() => fs.copyFileSync('none', 'd'), { code: 'ENOENT' });
assert.throws(() => fs.copyFileSync('a', 'd', 9), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => fs.copyFileSync('a'), { code: 'ERR_INVALID_ARG_TYPE', message: /"dest"/ });
fs.copyFile('a', 'e', (error) => assert.strictEqual(error, null));
fs.promises.copyFile('a', 'f').then(() => assert.ok(fs.existsSync('f')));
