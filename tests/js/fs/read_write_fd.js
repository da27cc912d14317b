// read, write, readv, writev on descriptors: offsets, lengths, positions, options, promisified results.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { promisify } = require('node:util');
const dir = require('../../fixtures/temp_dir.js')();
const fd = fs.openSync(path.join(dir, 'f'), 'w+');

assert.strictEqual(fs.writeSync(fd, 'hello'), 5);
assert.strictEqual(fs.writeSync(fd, Buffer.from('__world__'), 2, 5), 5);
assert.strictEqual(fs.writeSync(fd, 'J', 0), 1);
assert.strictEqual(fs.writevSync(fd, [Buffer.from('!'), new Uint8Array([63])]), 2);
const b = Buffer.alloc(12);
assert.strictEqual(fs.readSync(fd, b, 0, 12, 0), 12);
assert.strictEqual(b.toString(), 'Jelloworld!?');
assert.strictEqual(fs.readSync(fd, b), 0);
assert.strictEqual(fs.readSync(fd, b, { position: 5n, length: 5, offset: 1 }), 5);
assert.strictEqual(b.toString('latin1', 0, 7), 'Jworldo');
const parts = [Buffer.alloc(2), Buffer.alloc(3)];
assert.strictEqual(fs.readvSync(fd, parts, 1), 5);
assert.deepStrictEqual(parts.map(String), ['el', 'low']);
assert.strictEqual(fs.readSync(fd, b, 0, 0), 0);
assert.throws(() => fs.readSync(fd, b, 0, 13), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => fs.readSync(fd, b, 0, 1, -2), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => fs.readSync(fd, b, 0, 1, 'x'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.readSync(fd, Buffer.alloc(0), 0, 1), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => fs.writeSync(fd, b, 13), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => fs.writeSync(fd, 5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.readSync(999, b), { code: 'EBADF', syscall: 'read' });
assert.throws(() => fs.readSync('x', b), { code: 'ERR_INVALID_ARG_TYPE' });

(async () => {
  const read = await promisify(fs.read)(fd, Buffer.alloc(5), 0, 5, 0);
  assert.strictEqual(read.bytesRead, 5);
  assert.strictEqual(String(read.buffer), 'Jello');
  assert.strictEqual((await promisify(fs.write)(fd, 'abc', 0)).bytesWritten, 3);
  assert.strictEqual((await promisify(fs.writev)(fd, [Buffer.from('d')], 3)).bytesWritten, 1);
  fs.read(fd, (error, count, buffer) => {
    assert.strictEqual(count, 0);
    assert.strictEqual(buffer.length, 16384);
    fs.read(fd, { position: 0, length: 4 }, (failure, n, bytes) => {
      assert.strictEqual(bytes.toString('latin1', 0, n), 'abcd');
      fs.read(fd, Buffer.alloc(2), (e3, n3, b3) => {
        assert.deepStrictEqual([e3, n3], [null, 0]);
        fs.write(fd, 'zz', 1, 'latin1', (e4, n4, text) => {
          assert.deepStrictEqual([e4, n4, text], [null, 2, 'zz']);
          assert.strictEqual(fs.readFileSync(path.join(dir, 'f'), 'utf8').slice(0, 4), 'azzd');
          fs.close(fd, (e5) => assert.strictEqual(e5, null));
        });
      });
    });
  });
})();
