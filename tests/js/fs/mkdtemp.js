// mkdtemp: a new name each time, encodings, errors.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
const one = fs.mkdtempSync(path.join(dir, 'p-'));
const two = fs.mkdtempSync(path.join(dir, 'p-'));
assert.notStrictEqual(one, two);
assert.match(path.basename(one), /^p-[A-Za-z0-9]{6}$/);
assert.ok(fs.statSync(one).isDirectory());
assert.ok(Buffer.isBuffer(fs.mkdtempSync(path.join(dir, 'q-'), 'buffer')));
assert.throws(() => fs.mkdtempSync(`${dir}/no/x-`), { code: 'ENOENT', syscall: 'mkdtemp', path: `${dir}/no/x-XXXXXX` });
assert.throws(() => fs.mkdtempSync(5), { code: 'ERR_INVALID_ARG_TYPE', message: /"prefix"/ });
fs.mkdtemp(path.join(dir, 'r-'), (error, name) => assert.ok(fs.existsSync(name)));
fs.promises.mkdtemp(path.join(dir, 's-')).then((name) => assert.ok(fs.existsSync(name)));
