// Files of every size come back whole: empty, small, around the limits of the quick path, and many pieces.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();

(async () => {
  for (const size of [0, 1, 4095, 4096, 65535, 65536, 65537, 262144, 4194304, 9000001]) {
    const file = path.join(dir, String(size));
    const data = Buffer.alloc(size);
    for (let i = 0; i < size; i += 997) data[i] = i % 251;
    fs.writeFileSync(file, data);
    assert.ok(fs.readFileSync(file).equals(data), `sync ${size}`);
    assert.ok((await fs.promises.readFile(file)).equals(data), `promise ${size}`);
    const viaCallback = await new Promise((resolve, reject) => {
      fs.readFile(file, (error, bytes) => (error ? reject(error) : resolve(bytes)));
    });
    assert.ok(viaCallback.equals(data), `callback ${size}`);
    assert.strictEqual((await fs.promises.readFile(file, 'latin1')).length, size);
  }
})();
