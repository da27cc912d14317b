// A stream that is destroyed at once, or while it opens or reads, closes its descriptor.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { once } = require('node:events');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');
fs.writeFileSync(file, Buffer.alloc(1 << 20));
const open = () => fs.readdirSync('/proc/self/fd').length;

(async () => {
  await once(fs.createReadStream(file).resume(), 'close');
  const before = open();
  for (let i = 0; i < 20; i++) {
    const s = fs.createReadStream(file);
    if (i % 4 === 1) await once(s, 'open');
    if (i % 4 === 2) await once(s, 'data');
    if (i % 4 === 3) s.close((error) => assert.ok(error == null || error.code === 'ERR_STREAM_PREMATURE_CLOSE'));
    else s.destroy();
    await once(s, 'close');
  }
  assert.strictEqual(open(), before);
})();
