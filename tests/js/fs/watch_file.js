// watchFile and unwatchFile.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');
fs.writeFileSync(file, '1');
let changes = 0;
fs.watchFile(file, { interval: 20 }, (current, previous) => {
  changes++;
  assert.ok(current instanceof fs.Stats && previous instanceof fs.Stats);
  assert.deepStrictEqual([current.size, previous.size], [5, 1]);
  fs.unwatchFile(file);
});
setTimeout(() => fs.writeFileSync(file, '12345'), 60);

const missing = path.join(dir, 'none');
fs.watchFile(missing, { interval: 20, bigint: true }, function listener(current, previous) {
  assert.strictEqual(current.nlink, 0n);
  assert.strictEqual(previous.nlink, 0n);
  fs.unwatchFile(missing, listener);
});
assert.throws(() => fs.watchFile(file), { code: 'ERR_INVALID_ARG_TYPE' });
process.on('exit', () => assert.strictEqual(changes, 1));
