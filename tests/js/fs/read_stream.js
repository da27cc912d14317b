// createReadStream: events and their order, ranges, encodings, options, errors.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { once } = require('node:events');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');
fs.writeFileSync(file, '0123456789'.repeat(20000));

async function all(stream) {
  let text = '';
  for await (const piece of stream) text += piece;
  return text;
}
(async () => {
  const s = fs.createReadStream(file);
  assert.ok(s instanceof fs.ReadStream && s instanceof require('node:stream').Readable);
  assert.deepStrictEqual([s.pending, s.fd, s.path, s.flags, s.mode, s.bytesRead, s.autoClose], [true, null, file, 'r', 0o666, 0, true]);
  assert.strictEqual(s.readableHighWaterMark, 65536);
  const events = [];
  for (const name of ['open', 'ready', 'data', 'end', 'close']) {
    s.on(name, () => {
      if (events.at(-1) !== name) events.push(name);
    });
  }
  await once(s, 'close');
  assert.deepStrictEqual(events, ['open', 'ready', 'data', 'end', 'close']);
  assert.deepStrictEqual([s.pending, s.bytesRead, s.destroyed], [true, 200000, true]);

  assert.strictEqual(await all(fs.createReadStream(file, { start: 5, end: 8 })), '5678');
  assert.strictEqual(await all(fs.createReadStream(file, { end: 2, encoding: 'hex' })), '303132');
  assert.strictEqual((await all(fs.createReadStream(file, 'latin1'))).length, 200000);
  assert.strictEqual(await all(fs.createReadStream(file, { start: 199998 })), '89');
  assert.strictEqual(await all(fs.createReadStream(file, { start: 300000 })), '');
  const sizes = [];
  for await (const piece of fs.createReadStream(file, { highWaterMark: 1000, end: 2499 })) sizes.push(piece.length);
  assert.deepStrictEqual(sizes, [1000, 1000, 500]);

  const fd = fs.openSync(file);
  const kept = fs.createReadStream('', { fd, autoClose: false, end: 3 });
  assert.strictEqual(await all(kept), '0123');
  assert.strictEqual(fs.fstatSync(fd).size, 200000);
  assert.strictEqual(await all(fs.createReadStream(undefined, { fd, end: 1 })), '45');
  assert.throws(() => fs.fstatSync(fd), { code: 'EBADF' });

  const bad = fs.createReadStream(`${dir}/none`);
  const [error] = await once(bad, 'error');
  assert.deepStrictEqual([error.code, error.syscall], ['ENOENT', 'open']);
  const controller = new AbortController();
  const stopped = fs.createReadStream(file, { signal: controller.signal });
  controller.abort();
  await assert.rejects(all(stopped), { name: 'AbortError' });

  assert.throws(() => fs.createReadStream(5), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => fs.createReadStream(file, { start: 'a' }), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => fs.createReadStream(file, { start: 5, end: 3 }), { code: 'ERR_OUT_OF_RANGE' });
  assert.throws(() => fs.createReadStream(file, { encoding: 'x' }), { code: 'ERR_INVALID_ARG_VALUE' });
  assert.throws(() => fs.createReadStream(file, { fs: {} }), { code: 'ERR_INVALID_ARG_TYPE' });
})();
