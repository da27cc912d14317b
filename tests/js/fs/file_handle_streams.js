// Streams of a FileHandle; they close it, unless told otherwise.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { once } = require('node:events');
const { pipeline } = require('node:stream/promises');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');

(async () => {
  const w = await fs.promises.open(file, 'w');
  const out = w.createWriteStream();
  out.write('hello ');
  out.end('world');
  await once(out, 'close');
  assert.strictEqual(w.fd, -1);
  const r = await fs.promises.open(file);
  let text = '';
  for await (const piece of r.createReadStream({ encoding: 'utf8', start: 6 })) text += piece;
  assert.strictEqual(text, 'world');
  assert.strictEqual(r.fd, -1);
  const kept = await fs.promises.open(file);
  await once(kept.createReadStream({ autoClose: false }).resume(), 'end');
  assert.notStrictEqual(kept.fd, -1);
  const stream = kept.createReadStream({ start: 0 });
  stream.on('error', () => {});
  await kept.close();
  if (!stream.closed) await once(stream, 'close');
  const a = await fs.promises.open(file);
  await pipeline(a.createReadStream(), fs.createWriteStream(`${file}2`));
  assert.strictEqual(fs.readFileSync(`${file}2`, 'utf8'), 'hello world');
})();
