// Malformed UTF-8 becomes U+FFFD, the same on the quick path, on the thread pool and synchronously.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();

const bad = [
  [0xff], [0xc3], [0xc3, 0x28], [0xe2, 0x82], [0xe2, 0x82, 0x41], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80], [0x80, 0x80, 0x41], [0xef, 0xbb, 0xbf, 0x41], [0xf0, 0x80, 0x80, 0x41], [0xc0, 0xaf],
];
(async () => {
  for (const [i, bytes] of bad.entries()) {
    for (const padding of [0, 100000]) {
      const file = path.join(dir, `${i}-${padding}`);
      const data = Buffer.concat([Buffer.alloc(padding, 'x'), Buffer.from(bytes), Buffer.from('z')]);
      fs.writeFileSync(file, data);
      const expected = new TextDecoder('utf-8', { ignoreBOM: true }).decode(data);
      assert.strictEqual(fs.readFileSync(file, 'utf8'), expected, `sync ${i}`);
      assert.strictEqual(await fs.promises.readFile(file, 'utf8'), expected, `promise ${i}`);
    }
  }
})();
