// promises.writeFile takes iterables, asynchronous ones and streams.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { Readable } = require('node:stream');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');

(async () => {
  await fs.promises.writeFile(file, ['a', Buffer.from('b'), 'c']);
  assert.strictEqual(fs.readFileSync(file, 'utf8'), 'abc');
  await fs.promises.writeFile(file, (async function* () { yield 'x'; yield '\u00e9'; })(), 'latin1');
  assert.deepStrictEqual([...fs.readFileSync(file)], [0x78, 0xe9]);
  await fs.promises.writeFile(file, Readable.from(['p', 'q']));
  assert.strictEqual(fs.readFileSync(file, 'utf8'), 'pq');
  await assert.rejects(fs.promises.writeFile(file, [5]), { code: 'ERR_INVALID_ARG_TYPE' });
  const handle = await fs.promises.open(file, 'w');
  await handle.writeFile(['1', '2']);
  await fs.promises.appendFile(handle, '3');
  await handle.close();
  assert.strictEqual(fs.readFileSync(file, 'utf8'), '123');
})();
