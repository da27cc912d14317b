// readFile in its three forms: Buffer without an encoding, string with one, and from a descriptor.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'a.txt');
fs.writeFileSync(file, 'h\u00e9llo \u{1f600}');

assert.strictEqual(fs.readFileSync(file, 'utf8'), 'h\u00e9llo \u{1f600}');
assert.strictEqual(fs.readFileSync(file, { encoding: 'UTF-8' }), 'h\u00e9llo \u{1f600}');
assert.ok(Buffer.isBuffer(fs.readFileSync(file)));
assert.strictEqual(fs.readFileSync(file).length, 11);
assert.strictEqual(fs.readFileSync(Buffer.from(file), 'hex'), fs.readFileSync(file).toString('hex'));
assert.strictEqual(fs.readFileSync(require('node:url').pathToFileURL(file), 'latin1').length, 11);
const fd = fs.openSync(file);
assert.strictEqual(fs.readFileSync(fd, 'utf8').length, 8);
assert.strictEqual(fs.readFileSync(fd, 'utf8'), '');
fs.closeSync(fd);

let calls = 0;
let sync = true;
fs.readFile(file, (error, data) => {
  assert.strictEqual(sync, false);
  assert.strictEqual(error, null);
  assert.ok(Buffer.isBuffer(data));
  assert.strictEqual(data.buffer.byteLength, 11);
  calls++;
});
fs.readFile(file, 'base64', (error, data) => {
  assert.strictEqual(data, fs.readFileSync(file).toString('base64'));
  calls++;
});
fs.promises.readFile(file, 'utf8').then((data) => {
  assert.strictEqual(data, 'h\u00e9llo \u{1f600}');
  calls++;
});
sync = false;
process.on('exit', () => assert.strictEqual(calls, 3));
