// fs.read gives what is there: whole pieces, the short last one, nothing at the end; from a position and from the descriptor's.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'read-parts-'));
const file = path.join(dir, 'data');
const bytes = Buffer.alloc(700_001);
for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 31) & 0xff;
fs.writeFileSync(file, bytes);
const fd = fs.openSync(file);
const read = (size, position) =>
  new Promise((resolve, reject) => {
    const into = Buffer.alloc(size + 4, 0xee);
    fs.read(fd, into, 2, size, position, (error, count) => (error ? reject(error) : resolve([count, into])));
  });

(async () => {
  for (const size of [1, 100, 65536, 300_000]) {
    const [count, into] = await read(size, 5);
    assert.strictEqual(count, size);
    assert.deepStrictEqual(into.subarray(2, 2 + size), bytes.subarray(5, 5 + size));
    assert.strictEqual(into[1], 0xee);
    assert.strictEqual(into[2 + size], 0xee);
  }
  assert.strictEqual((await read(65536, 700_000))[0], 1);
  assert.strictEqual((await read(65536, 700_001))[0], 0);
  assert.strictEqual((await read(65536, 900_000))[0], 0);
  const pieces = [];
  for (;;) {
    const [count, into] = await read(60_000, null);
    if (count === 0) break;
    pieces.push(into.subarray(2, 2 + count));
  }
  assert.strictEqual(pieces.length, 12);
  assert.deepStrictEqual(Buffer.concat(pieces), bytes);
  // Its own task each, and never before an immediate that was set with it.
  const order = [];
  await new Promise((resolve) => {
    fs.read(fd, Buffer.alloc(1), 0, 1, 0, () => {
      order.push('read');
      process.nextTick(() => order.push('tick'));
    });
    fs.read(fd, Buffer.alloc(1), 0, 1, 0, () => {
      order.push('read');
      resolve();
    });
    setImmediate(() => order.push('immediate'));
  });
  assert.deepStrictEqual(order, ['immediate', 'read', 'tick', 'read']);
  fs.closeSync(fd);
  await assert.rejects(read(1, 0), { code: 'EBADF', syscall: 'read' });
  const folder = fs.openSync(dir);
  await assert.rejects(
    new Promise((resolve, reject) => fs.read(folder, Buffer.alloc(9), (error, n) => (error ? reject(error) : resolve(n)))),
    { code: 'EISDIR', syscall: 'read' },
  );
  fs.closeSync(folder);
  fs.rmSync(dir, { recursive: true });
})();
