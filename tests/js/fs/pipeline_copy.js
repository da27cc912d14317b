// A large file through pipeline arrives whole.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { pipeline } = require('node:stream');
const dir = require('../../fixtures/temp_dir.js')();
const data = Buffer.alloc(5 << 20);
for (let i = 0; i < data.length; i += 101) data[i] = i;
fs.writeFileSync(path.join(dir, 'a'), data);
pipeline(fs.createReadStream(path.join(dir, 'a')), fs.createWriteStream(path.join(dir, 'b')), (error) => {
  assert.ifError(error);
  assert.ok(fs.readFileSync(path.join(dir, 'b')).equals(data));
});
