// A tree that takes many steps of the pool.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
let expected = 0;
for (let i = 0; i < 40; i++) {
  fs.mkdirSync(path.join(dir, `d${i}`));
  expected++;
  for (let k = 0; k < 60; k++, expected++) fs.writeFileSync(path.join(dir, `d${i}`, `f${k}`), '');
}
assert.strictEqual(fs.readdirSync(dir, { recursive: true }).length, expected);
fs.readdir(dir, { recursive: true, withFileTypes: true }, (error, entries) => {
  assert.strictEqual(entries.length, expected);
  assert.strictEqual(entries.filter((d) => d.isDirectory()).length, 40);
});
