// readdir: sorted names, types, encodings, recursion.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
process.chdir(dir);
fs.mkdirSync('t/d1/e', { recursive: true });
fs.mkdirSync('t/d2');
for (const f of ['t/b', 't/a', 't/d1/x', 't/d1/e/y', 't/d2/z']) fs.writeFileSync(f, '');
fs.symlinkSync('a', 't/l');

assert.deepStrictEqual(fs.readdirSync('t'), ['a', 'b', 'd1', 'd2', 'l']);
const all = ['a', 'b', 'd1', 'd1/e', 'd1/e/y', 'd1/x', 'd2', 'd2/z', 'l'];
assert.deepStrictEqual(fs.readdirSync('t', { recursive: true }).sort(), all);
assert.deepStrictEqual(fs.readdirSync('t', 'buffer').map(String), ['a', 'b', 'd1', 'd2', 'l']);
assert.deepStrictEqual(fs.readdirSync('t/d2', { encoding: 'hex' }), ['7a']);

const kinds = fs.readdirSync('t', { withFileTypes: true });
assert.ok(kinds[0] instanceof fs.Dirent);
assert.deepStrictEqual(kinds.map((d) => [d.name, d.isFile(), d.isDirectory(), d.isSymbolicLink()]), [
  ['a', true, false, false], ['b', true, false, false], ['d1', false, true, false], ['d2', false, true, false],
  ['l', false, false, true],
]);
assert.ok(kinds.every((d) => d.parentPath === 't'));
assert.deepStrictEqual(
  fs.readdirSync('t', { withFileTypes: true, recursive: true }).map((d) => path.join(d.parentPath, d.name)).sort(),
  all.map((name) => `t/${name}`),
);
assert.throws(() => fs.readdirSync('none'), { code: 'ENOENT', syscall: 'scandir', path: 'none' });
assert.throws(() => fs.readdirSync('t/a'), { code: 'ENOTDIR' });
assert.throws(() => fs.readdirSync('t', { encoding: 'x' }), { code: 'ERR_INVALID_ARG_VALUE' });
fs.readdir('t', (error, names) => assert.strictEqual(names.length, 5));
fs.readdir('t', { withFileTypes: true }, (error, entries) => assert.ok(entries[2].isDirectory()));
fs.promises.readdir('t', { recursive: true }).then((names) => assert.deepStrictEqual(names.sort(), all));
fs.promises.readdir('none').catch((error) => assert.strictEqual(error.code, 'ENOENT'));
