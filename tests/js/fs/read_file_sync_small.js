// Small Buffers of readFileSync may share memory, but no byte of it: each keeps what it was given, and may be written to.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
const sizes = [1, 7, 8, 9, 100, 1000, 1024, 2047, 3000, 4095, 4096, 4097, 5000, 8192, 8193];
const files = sizes.map((size, i) => {
  const file = path.join(dir, `f${size}`);
  fs.writeFileSync(file, Buffer.alloc(size, i + 1));
  return file;
});
const read = [];
for (let round = 0; round < 30; round++) {
  for (let i = 0; i < files.length; i++) {
    const buffer = fs.readFileSync(files[(i * 7 + round) % files.length]);
    assert.ok(Buffer.isBuffer(buffer));
    assert.strictEqual(Object.getPrototypeOf(buffer), Buffer.prototype);
    read.push(buffer);
    if (i % 3 === 0) assert.strictEqual(fs.readFileSync(files[0], 'latin1'), '\x01');
  }
}
let at = 0;
for (let round = 0; round < 30; round++) {
  for (let i = 0; i < files.length; i++) {
    const which = (i * 7 + round) % files.length;
    const buffer = read[at++];
    assert.strictEqual(buffer.length, sizes[which]);
    assert.ok(buffer.every((byte) => byte === which + 1), `${at}: ${sizes[which]}`);
    buffer.fill(which + 1);
  }
}
fs.writeFileSync(files[0], '');
assert.strictEqual(fs.readFileSync(files[0]).length, 0);
assert.throws(() => fs.readFileSync(path.join(dir, 'missing')), { code: 'ENOENT', syscall: 'open' });
