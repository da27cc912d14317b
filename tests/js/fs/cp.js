// cp: trees, links, filters, options and refusals; synchronously and with promises.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
process.chdir(dir);
fs.mkdirSync('src/d/e', { recursive: true });
fs.writeFileSync('src/a', 'a', { mode: 0o600 });
fs.writeFileSync('src/d/b', 'b');
fs.writeFileSync('src/d/e/c', 'c');
fs.symlinkSync('a', 'src/l');
fs.utimesSync('src/a', 100, 200);

(async () => {
  for (const cp of [async (...args) => fs.cpSync(...args), fs.promises.cp]) {
    await cp('src', 'out/deep', { recursive: true, preserveTimestamps: true });
    assert.deepStrictEqual(fs.readdirSync('out/deep', { recursive: true }).sort(), ['a', 'd', 'd/b', 'd/e', 'd/e/c', 'l']);
    assert.strictEqual(fs.statSync('out/deep/a').mode & 0o777, 0o600);
    assert.strictEqual(fs.statSync('out/deep/a').mtimeMs, 200000);
    assert.strictEqual(fs.readlinkSync('out/deep/l'), path.join(dir, 'src/a'));
    await cp('src/d', 'out/deep/d', { recursive: true }); // again, over what is there
    fs.writeFileSync('out/deep/a', 'changed');
    await cp('src/a', 'out/deep/a', { force: false });
    assert.strictEqual(fs.readFileSync('out/deep/a', 'utf8'), 'changed');
    await assert.rejects(cp('src/a', 'out/deep/a', { force: false, errorOnExist: true }), { code: 'ERR_FS_CP_EEXIST' });
    await cp('src/l', 'out/verbatim', { verbatimSymlinks: true });
    assert.strictEqual(fs.readlinkSync('out/verbatim'), 'a');
    await cp('src/l', 'out/followed', { dereference: true });
    assert.ok(fs.lstatSync('out/followed').isFile());
    await cp('src', 'out/filtered', { recursive: true, filter: (from) => !from.endsWith('e') });
    assert.deepStrictEqual(fs.readdirSync('out/filtered', { recursive: true }).sort(), ['a', 'd', 'd/b', 'l']);
    await assert.rejects(cp('src', 'out/x'), { code: 'ERR_FS_EISDIR' });
    await assert.rejects(cp('src', 'src/inside', { recursive: true }), { code: 'ERR_FS_CP_EINVAL' });
    await assert.rejects(cp('src/a', 'src/a'), { code: 'ERR_FS_CP_EINVAL' });
    await assert.rejects(cp('src/d', 'out/deep/a', { recursive: true }), { code: 'ERR_FS_CP_DIR_TO_NON_DIR' });
    await assert.rejects(cp('src/a', 'out/deep/d'), { code: 'ERR_FS_CP_NON_DIR_TO_DIR' });
    await assert.rejects(cp('none', 'out/y'), { code: 'ENOENT', syscall: 'lstat' });
    await assert.rejects(cp('src', 'out', { recursive: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
    fs.rmSync('out', { recursive: true });
  }
  await fs.promises.cp('src', 'out', { recursive: true, filter: async () => true });
  assert.throws(() => fs.cpSync('src', 'out2', { recursive: true, filter: async () => true }), { code: 'ERR_INVALID_RETURN_VALUE' });
  fs.cp('src', 'out3', { recursive: true }, (error) => {
    assert.strictEqual(error, null);
    assert.ok(fs.existsSync('out3/d/e/c'));
  });
})();
