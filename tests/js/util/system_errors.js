// System errors by number.
const assert = require('node:assert');
const util = require('node:util');
const { ENOENT, EADDRINUSE } = require('node:os').constants.errno;
assert.strictEqual(util.getSystemErrorName(-ENOENT), 'ENOENT');
assert.deepStrictEqual(util.getSystemErrorMap().get(-EADDRINUSE), ['EADDRINUSE', 'address already in use']);
assert.throws(() => util.getSystemErrorName(1), { code: 'ERR_OUT_OF_RANGE' });
if (util.getSystemErrorMessage) assert.strictEqual(util.getSystemErrorMessage(-ENOENT), 'no such file or directory');
const error = util._errnoException(-ENOENT, 'open', 'x');
assert.deepStrictEqual([error.message, error.errno, error.code, error.syscall], ['open ENOENT x', -ENOENT, 'ENOENT', 'open']);
