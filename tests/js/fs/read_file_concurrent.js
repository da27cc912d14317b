// Many reads at once, of cached and missing files: each callback once, with its own file.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
for (let i = 0; i < 50; i++) fs.writeFileSync(path.join(dir, `f${i}`), `content ${i}`);
const seen = new Map();
for (let round = 0; round < 20; round++) {
  for (let i = 0; i < 60; i++) {
    fs.readFile(path.join(dir, `f${i}`), 'utf8', (error, text) => {
      if (i >= 50) assert.strictEqual(error.code, 'ENOENT');
      else assert.strictEqual(text, `content ${i}`);
      seen.set(i, (seen.get(i) ?? 0) + 1);
    });
  }
}
process.on('exit', () => {
  assert.strictEqual(seen.size, 60);
  for (const count of seen.values()) assert.strictEqual(count, 20);
});
