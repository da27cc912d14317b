// FileHandle: every method, closing, and use after it.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');

(async () => {
  const h = await fs.promises.open(file, 'w+');
  assert.strictEqual(typeof h.fd, 'number');
  assert.strictEqual((await h.write('hello')).bytesWritten, 5);
  assert.strictEqual((await h.write(Buffer.from('xx'), 0, 1, 0)).bytesWritten, 1);
  assert.strictEqual((await h.write(Buffer.from('yz'), { offset: 1 })).bytesWritten, 1);
  assert.strictEqual((await h.writev([Buffer.from('1'), Buffer.from('2')])).bytesWritten, 2);
  assert.strictEqual(String((await h.read({ position: 0, length: 8, buffer: Buffer.alloc(8) })).buffer), 'xelloz12');
  assert.strictEqual(String((await h.read(Buffer.alloc(2), 0, 2, 1)).buffer), 'el');
  assert.strictEqual((await h.read(Buffer.alloc(4), { position: 6 })).bytesRead, 2);
  assert.strictEqual((await h.readv([Buffer.alloc(3)], 0)).bytesRead, 3);
  assert.strictEqual(await h.readFile('utf8'), '');
  assert.strictEqual((await h.stat()).size, 8);
  assert.strictEqual((await h.stat({ bigint: true })).size, 8n);
  await h.truncate(2);
  await h.chmod(0o600);
  await h.chown(-1, -1);
  await h.utimes(1, 2);
  await h.datasync();
  await h.sync();
  assert.strictEqual((await h.stat()).mtimeMs, 2000);
  let closed = 0;
  h.on('close', () => closed++);
  await Promise.all([h.close(), h.close()]);
  await h.close();
  assert.strictEqual(closed, 1);
  assert.strictEqual(h.fd, -1);
  for (const [call, syscall] of [
    [() => h.read(), 'read'], [() => h.write('a'), 'write'], [() => h.stat(), 'fstat'], [() => h.readFile(), 'readFile'],
    [() => h.sync(), 'fsync'], [() => h.truncate(), 'ftruncate'],
  ]) {
    await assert.rejects(call(), { code: 'EBADF', message: 'file closed', syscall });
  }

  const w = await fs.promises.open(file, 'w');
  await w.writeFile('abc');
  await w.appendFile(Buffer.from('def'));
  await w[Symbol.asyncDispose]();
  const r = await fs.promises.open(file);
  assert.strictEqual(await fs.promises.readFile(r, 'utf8'), 'abcdef');
  const late = r.read(Buffer.alloc(3), 0, 3, 0); // closing waits for it
  await r.close();
  assert.strictEqual((await late).bytesRead, 3);
  await assert.rejects(fs.promises.open(`${dir}/none`), { code: 'ENOENT', syscall: 'open' });
})();
