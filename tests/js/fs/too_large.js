// Files and strings beyond the limits are refused before anything is read.
const assert = require('node:assert');
const fs = require('node:fs');
const dir = require('../../fixtures/temp_dir.js')();
const file = `${dir}/sparse`;
fs.writeFileSync(file, '');
fs.truncateSync(file, 3 * 2 ** 30);
const expected = { name: 'RangeError', code: 'ERR_FS_FILE_TOO_LARGE', message: 'File size (3221225472) is greater than 2 GiB' };
assert.throws(() => fs.readFileSync(file), expected);
fs.readFile(file, (error) => assert.strictEqual(error.message, expected.message));
assert.rejects(fs.promises.readFile(file), expected);
