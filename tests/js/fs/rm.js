// rm: files, trees, force, and the error for a directory.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
process.chdir(dir);
function tree(name) {
  for (let i = 0; i < 5; i++) {
    fs.mkdirSync(path.join(name, `d${i}`, 'e'), { recursive: true });
    for (let k = 0; k < 300; k++) fs.writeFileSync(path.join(name, `d${i}`, 'e', `f${k}`), '');
  }
  fs.mkdirSync('kept', { recursive: true });
  fs.writeFileSync('kept/f', '');
  fs.symlinkSync('../kept', path.join(name, 'link'));
}

tree('t');
assert.throws(() => fs.rmSync('t'), {
  code: 'ERR_FS_EISDIR', message: 'Path is a directory: rm returned EISDIR (is a directory) t', syscall: 'rm', path: 't',
});
fs.rmSync('t', { recursive: true });
assert.ok(!fs.existsSync('t') && fs.existsSync('kept/f'));
fs.writeFileSync('f', '');
fs.rmSync('f');
assert.throws(() => fs.rmSync('f'), { code: 'ENOENT' });
fs.rmSync('f', { force: true });
assert.throws(() => fs.rmSync('f', { recursive: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
tree('u');
fs.rm('u', { recursive: true, force: true, maxRetries: 2 }, (error) => {
  assert.strictEqual(error, null);
  assert.ok(!fs.existsSync('u') && fs.existsSync('kept/f'));
  fs.rm('kept', (failure) => assert.strictEqual(failure.code, 'ERR_FS_EISDIR'));
});
assert.rejects(fs.promises.rm('none'), { code: 'ENOENT', syscall: 'lstat', path: 'none' });
fs.promises.rm('none', { force: true });
