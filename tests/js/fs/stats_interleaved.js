// Stats of requests that complete together do not get mixed up.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
for (let i = 0; i < 40; i++) fs.writeFileSync(path.join(dir, `${i}`), 'x'.repeat(i));
Promise.all(
  Array.from({ length: 400 }, async (_, k) => {
    const i = k % 40;
    const stats = await fs.promises.stat(path.join(dir, `${i}`), { bigint: k % 2 === 0 });
    assert.strictEqual(Number(stats.size), i);
  }),
);
