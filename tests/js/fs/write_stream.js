// createWriteStream: events, positions, flags, flush, closing, errors.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { once } = require('node:events');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');

(async () => {
  const s = fs.createWriteStream(file);
  assert.ok(s instanceof fs.WriteStream && s instanceof require('node:stream').Writable);
  assert.deepStrictEqual([s.pending, s.fd, s.path, s.flags, s.bytesWritten], [true, null, file, 'w', 0]);
  assert.strictEqual(s.writableHighWaterMark, 16384);
  const events = [];
  for (const name of ['open', 'ready', 'finish', 'close']) s.on(name, () => events.push(name));
  s.write('ab');
  s.write(Buffer.from('cd'));
  s.write('6566', 'hex');
  s.end('!');
  await once(s, 'close');
  assert.deepStrictEqual(events, ['open', 'ready', 'finish', 'close']);
  assert.strictEqual(s.bytesWritten, 7);
  assert.strictEqual(fs.readFileSync(file, 'utf8'), 'abcdef!');

  await new Promise((done) => fs.createWriteStream(file, { flags: 'a', flush: true }).end('++', done));
  await new Promise((done) => fs.createWriteStream(file, { flags: 'r+', start: 2 }).end('CD', done));
  await new Promise((done) => setTimeout(done, 20));
  assert.strictEqual(fs.readFileSync(file, 'utf8'), 'abCDef!++');

  const big = fs.createWriteStream(file);
  let full = 0;
  for (let i = 0; i < 100; i++) if (!big.write(Buffer.alloc(10000, i))) full++;
  assert.ok(full > 0);
  await new Promise((done) => big.close(done));
  assert.strictEqual(fs.statSync(file).size, 1000000);

  const bad = fs.createWriteStream(`${dir}/none/f`);
  const [error] = await once(bad, 'error');
  assert.strictEqual(error.code, 'ENOENT');
  assert.throws(() => fs.createWriteStream(file, { start: -1 }), { code: 'ERR_OUT_OF_RANGE' });
  assert.throws(() => fs.createWriteStream(file, { flush: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });

  const fd = fs.openSync(file, 'w');
  const kept = fs.createWriteStream(null, { fd, autoClose: false });
  kept.end('x');
  await once(kept, 'finish');
  fs.closeSync(fd);
})();
