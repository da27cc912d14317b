// Long texts: ASCII, Latin-1 and beyond, from the pool.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();

(async () => {
  for (const unit of ['a', '\u00e9', '\u4e2d', '\u{1f600}', 'a\u00e9\u4e2d\u{1f600}']) {
    for (const count of [10, 50000, 400000]) {
      const text = unit.repeat(count);
      const file = path.join(dir, 'text');
      fs.writeFileSync(file, text);
      assert.ok((await fs.promises.readFile(file, 'utf8')) === text);
      assert.ok(fs.readFileSync(file, 'utf8') === text);
    }
  }
})();
