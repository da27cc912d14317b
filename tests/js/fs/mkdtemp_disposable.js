// not-on-node: new in Node 24
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
const one = fs.mkdtempDisposableSync(path.join(dir, 'd-'));
fs.writeFileSync(path.join(one.path, 'f'), '');
one[Symbol.dispose]();
assert.ok(!fs.existsSync(one.path));
fs.promises.mkdtempDisposable(path.join(dir, 'e-')).then(async (two) => {
  assert.ok(fs.existsSync(two.path));
  await two.remove();
  assert.ok(!fs.existsSync(two.path));
});
