// FileHandle.readableWebStream gives the bytes of the file, once.
const assert = require('node:assert');
const fs = require('node:fs');
const dir = require('../../fixtures/temp_dir.js')();

(async () => {
  const file = `${dir}/f`;
  fs.writeFileSync(file, Buffer.alloc(100000, 'ab'));
  const handle = await fs.promises.open(file);
  const pieces = [];
  for await (const piece of handle.readableWebStream()) pieces.push(Buffer.from(piece));
  assert.strictEqual(Buffer.concat(pieces).toString(), 'ab'.repeat(50000));
  assert.throws(() => handle.readableWebStream(), { code: 'ERR_INVALID_STATE' });
  await handle.close();
  assert.throws(() => handle.readableWebStream(), { code: 'ERR_INVALID_STATE' });
})();
