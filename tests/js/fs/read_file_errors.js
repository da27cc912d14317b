// The errors of readFile carry what Node's do.
const assert = require('node:assert');
const fs = require('node:fs');
const dir = require('../../fixtures/temp_dir.js')();
const missing = `${dir}/none`;
const enoent = {
  message: `ENOENT: no such file or directory, open '${missing}'`, errno: -2, code: 'ENOENT', syscall: 'open', path: missing,
};
const eisdir = { message: 'EISDIR: illegal operation on a directory, read', errno: -21, code: 'EISDIR', syscall: 'read' };

assert.throws(() => fs.readFileSync(missing), enoent);
assert.throws(() => fs.readFileSync(dir), eisdir);
let calls = 0;
fs.readFile(missing, (error, ...rest) => {
  assert.deepStrictEqual({ ...error, message: error.message }, enoent);
  assert.deepStrictEqual(rest, []);
  calls++;
});
fs.readFile(dir, 'utf8', (error) => {
  assert.strictEqual(error.message, eisdir.message);
  calls++;
});
assert.rejects(fs.promises.readFile(missing), enoent).then(() => calls++);
assert.throws(() => fs.readFile(missing), { code: 'ERR_INVALID_ARG_TYPE', message: /"cb" argument must be of type function/ });
assert.throws(() => fs.readFileSync('a\0b'), { code: 'ERR_INVALID_ARG_VALUE', message: /without null bytes/ });
assert.throws(() => fs.readFileSync(null), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.readFileSync(missing, 'nope'), { code: 'ERR_INVALID_ARG_VALUE', message: /is invalid encoding/ });
assert.throws(() => fs.readFileSync(new URL('http://x/y')), { code: 'ERR_INVALID_URL_SCHEME' });
process.on('exit', () => assert.strictEqual(calls, 3));
