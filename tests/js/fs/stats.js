// Stats: kinds, numbers, Dates as accessors that can be assigned, BigInt form, throwIfNoEntry.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');
fs.writeFileSync(file, 'abc');
fs.symlinkSync('f', path.join(dir, 'l'));
fs.utimesSync(file, 1.5, new Date(2500));

const s = fs.statSync(file);
assert.ok(s instanceof fs.Stats && s.isFile() && !s.isDirectory() && !s.isSymbolicLink());
assert.strictEqual(s.size, 3);
assert.strictEqual(s.atimeMs, 1500);
assert.strictEqual(s.mtimeMs, 2500);
assert.ok(s.mtime instanceof Date);
assert.strictEqual(s.mtime.getTime(), 2500);
s.mtime = new Date(7);
assert.strictEqual(s.mtime.getTime(), 7);
assert.ok(fs.statSync(dir).isDirectory());
assert.ok(fs.lstatSync(path.join(dir, 'l')).isSymbolicLink());
assert.ok(fs.statSync(path.join(dir, 'l')).isFile());
assert.ok(fs.statSync('/dev/null').isCharacterDevice());

const b = fs.statSync(file, { bigint: true });
assert.strictEqual(b.size, 3n);
assert.strictEqual(b.mtimeNs, 2500000000n);
assert.strictEqual(b.mtimeMs, 2500n);
assert.strictEqual(b.mtime.getTime(), 2500);
assert.ok(b.isFile());

assert.strictEqual(fs.statSync(`${dir}/none`, { throwIfNoEntry: false }), undefined);
assert.strictEqual(fs.lstatSync(`${dir}/none`, { throwIfNoEntry: false }), undefined);
assert.throws(() => fs.statSync(`${dir}/none`), { code: 'ENOENT', syscall: 'stat' });
assert.throws(() => fs.lstatSync(`${dir}/none`), { code: 'ENOENT', syscall: 'lstat' });
const fd = fs.openSync(file);
assert.strictEqual(fs.fstatSync(fd).ino, s.ino);
fs.fstat(fd, { bigint: true }, (error, stats) => {
  assert.strictEqual(stats.ino, b.ino);
  fs.closeSync(fd);
});
fs.stat(file, (error, stats) => assert.strictEqual(stats.ino, s.ino));
fs.lstat(path.join(dir, 'l'), (error, stats) => assert.ok(stats.isSymbolicLink()));
fs.promises.stat(file, { bigint: true }).then((stats) => assert.strictEqual(stats.size, 3n));
