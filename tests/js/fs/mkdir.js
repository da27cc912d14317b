// mkdir, with and without recursive: what it returns and how it fails.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
process.chdir(dir);
process.umask(0o022);

assert.strictEqual(fs.mkdirSync('a'), undefined);
assert.throws(() => fs.mkdirSync('a'), { code: 'EEXIST', syscall: 'mkdir', path: 'a' });
assert.throws(() => fs.mkdirSync('no/b'), { code: 'ENOENT', path: 'no/b' });
assert.strictEqual(fs.mkdirSync('b/c/d', { recursive: true }), 'b');
assert.strictEqual(fs.mkdirSync('b/c/d', { recursive: true }), undefined);
assert.strictEqual(fs.mkdirSync('b/c/e/f', { recursive: true }), 'b/c/e');
assert.strictEqual(fs.mkdirSync(path.join(dir, 'x', 'y'), { recursive: true }), path.join(dir, 'x'));
assert.strictEqual(fs.mkdirSync('g/h/', { recursive: true }), 'g');
assert.strictEqual(fs.mkdirSync('.', { recursive: true }), undefined);
fs.writeFileSync('file', '');
assert.throws(() => fs.mkdirSync('file', { recursive: true }), { code: 'EEXIST', path: 'file' });
assert.throws(() => fs.mkdirSync('file/x/y', { recursive: true }), { code: 'ENOTDIR', path: 'file/x/y' });
fs.mkdirSync('m', 0o700);
assert.strictEqual(fs.statSync('m').mode & 0o777, 0o700);
assert.throws(() => fs.mkdirSync('n', { recursive: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
fs.mkdir('p', (error, ...rest) => assert.strictEqual(error, null));
fs.mkdir('q/r', { recursive: true }, (error, first) => assert.strictEqual(first, 'q'));
fs.promises.mkdir('s/t', { recursive: true }).then((first) => assert.strictEqual(first, 's'));
