// open: words and numbers for flags, modes, errors of arguments.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
const file = path.join(dir, 'f');
process.umask(0o022);

fs.closeSync(fs.openSync(file, 'w', '640'));
assert.strictEqual(fs.statSync(file).mode & 0o777, 0o640);
for (const flags of ['r', 'rs', 'r+', 'rs+', 'w', 'w+', 'a', 'a+', 'as', 'as+', fs.constants.O_RDWR]) {
  fs.closeSync(fs.openSync(file, flags));
}
for (const flags of ['wx', 'wx+', 'ax', 'ax+', 'xw', 'xa']) {
  assert.throws(() => fs.openSync(file, flags), { code: 'EEXIST' });
}
assert.throws(() => fs.openSync(file, 'x'), { code: 'ERR_INVALID_ARG_VALUE', message: "The argument 'flags' is invalid. Received 'x'" });
assert.throws(() => fs.openSync(file, 'r', 'x'), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => fs.openSync(file, 'r', -1), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => fs.closeSync(-1), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => fs.closeSync('1'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.closeSync(9999), { code: 'EBADF', syscall: 'close' });
fs.open(file, (error, fd) => {
  assert.strictEqual(error, null);
  fs.close(fd, () => fs.open(file, 'r+', 0o600, (failure, other) => fs.close(other)));
});
fs.open(`${dir}/none`, (error) => assert.strictEqual(error.code, 'ENOENT'));
