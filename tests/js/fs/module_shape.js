// The module: promises, constants, accessors, names.
const assert = require('node:assert');
const fs = require('node:fs');
assert.strictEqual(fs.promises, require('node:fs/promises'));
assert.strictEqual(fs, require('fs'));
assert.strictEqual(fs.constants, fs.promises.constants);
assert.deepStrictEqual([fs.constants.O_RDONLY, fs.constants.O_CREAT, fs.constants.S_IFDIR], [0, 64, 16384]);
for (const name of ['readFile', 'stat', 'rm']) {
  assert.strictEqual(fs[name].name, name);
  assert.strictEqual(fs.promises[name].name, name);
  assert.strictEqual(fs[`${name}Sync`].name, `${name}Sync`);
}
assert.strictEqual(fs.ReadStream.name, 'ReadStream');
assert.strictEqual(typeof fs.realpath.native, 'function');
for (const name of ['Dir', 'Dirent', 'Stats', 'WriteStream']) assert.strictEqual(typeof fs[name], 'function');
