// statfs.
const assert = require('node:assert');
const fs = require('node:fs');
const s = fs.statfsSync('/');
assert.deepStrictEqual(Object.keys(s), ['type', 'bsize', 'blocks', 'bfree', 'bavail', 'files', 'ffree']);
assert.ok(s.blocks > 0);
assert.strictEqual(typeof fs.statfsSync('/', { bigint: true }).blocks, 'bigint');
assert.throws(() => fs.statfsSync('/none/such'), { code: 'ENOENT', syscall: 'statfs' });
fs.statfs('/', (error, info) => assert.strictEqual(info.type, s.type));
fs.promises.statfs('/').then((info) => assert.strictEqual(info.bsize, s.bsize));
