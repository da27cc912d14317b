// opendir and Dir: reading piece by piece, iteration, closing.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
for (let i = 0; i < 100; i++) fs.writeFileSync(path.join(dir, `f${i}`), '');
fs.mkdirSync(path.join(dir, 'sub'));
fs.writeFileSync(path.join(dir, 'sub', 'inner'), '');

const d = fs.opendirSync(dir);
assert.strictEqual(d.path, dir);
let count = 0;
for (let entry; (entry = d.readSync()) !== null; count++) assert.ok(entry.name && entry.parentPath === dir);
assert.strictEqual(count, 101);
d.closeSync();
assert.throws(() => d.readSync(), { code: 'ERR_DIR_CLOSED' });
assert.throws(() => d.closeSync(), { code: 'ERR_DIR_CLOSED' });
assert.throws(() => fs.opendirSync(`${dir}/none`), { code: 'ENOENT', syscall: 'opendir' });
assert.throws(() => fs.opendirSync(dir, { bufferSize: 0 }), { code: 'ERR_OUT_OF_RANGE' });

(async () => {
  const names = [];
  for await (const entry of await fs.promises.opendir(dir, { bufferSize: 3 })) names.push(entry.name);
  assert.strictEqual(new Set(names).size, 101);
  const all = [];
  for await (const entry of await fs.promises.opendir(dir, { recursive: true })) all.push(entry.name);
  assert.strictEqual(all.length, 102);
  const broken = await fs.promises.opendir(dir);
  for await (const entry of broken) if (entry) break;
  await assert.rejects(async () => broken.read(), { code: 'ERR_DIR_CLOSED' });
  const parallel = await fs.promises.opendir(dir);
  const both = await Promise.all([parallel.read(), parallel.read()]);
  assert.notStrictEqual(both[0].name, both[1].name);
  const pending = parallel.read();
  assert.throws(() => (parallel.closeSync(), parallel.closeSync()));
  await pending.catch(() => {});
})();
fs.opendir(dir, (error, handle) => {
  handle.read((failure, entry) => {
    assert.ok(entry.name);
    handle.close((e) => assert.ifError(e));
  });
});
