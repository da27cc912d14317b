// writeFile and appendFile: flags, modes, encodings, descriptors, flush.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');

fs.writeFileSync(file, 'one');
fs.writeFileSync(file, Buffer.from('two'));
assert.strictEqual(fs.readFileSync(file, 'utf8'), 'two');
fs.appendFileSync(file, ' three');
fs.writeFileSync(file, ' four', { flag: 'a', flush: true });
assert.strictEqual(fs.readFileSync(file, 'utf8'), 'two three four');
fs.writeFileSync(file, '6869', 'hex');
assert.strictEqual(fs.readFileSync(file, 'utf8'), 'hi');
fs.writeFileSync(file, new Uint16Array([0x6161, 0x6262]).subarray(1));
assert.strictEqual(fs.readFileSync(file, 'utf8'), 'bb');
fs.writeFileSync(path.join(dir, 'm'), '', { mode: 0o600 });
assert.strictEqual(fs.statSync(path.join(dir, 'm')).mode & 0o777, 0o600);
assert.throws(() => fs.writeFileSync(file, 'x', { flag: 'wx' }), { code: 'EEXIST', syscall: 'open' });
assert.throws(() => fs.writeFileSync(file, 5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.writeFileSync(file, 'x', { flush: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });

const fd = fs.openSync(file, 'w');
fs.writeFileSync(fd, 'a');
fs.writeFileSync(fd, 'b');
fs.closeSync(fd);
assert.strictEqual(fs.readFileSync(file, 'utf8'), 'ab');

fs.writeFile(file, '\u00e9', 'latin1', (error) => {
  assert.strictEqual(error, null);
  assert.deepStrictEqual([...fs.readFileSync(file)], [0xe9]);
  fs.appendFile(file, '!', (failure) => {
    assert.strictEqual(failure, null);
    assert.deepStrictEqual([...fs.readFileSync(file)], [0xe9, 0x21]);
  });
});
