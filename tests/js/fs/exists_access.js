// exists, existsSync and access.
const assert = require('node:assert');
const fs = require('node:fs');
const { promisify } = require('node:util');
const dir = require('../../fixtures/temp_dir.js')();

assert.strictEqual(fs.existsSync(dir), true);
assert.strictEqual(fs.existsSync(`${dir}/none`), false);
assert.strictEqual(fs.existsSync(), false);
assert.strictEqual(fs.existsSync('a\0b'), false);
assert.strictEqual(fs.existsSync(Buffer.from(dir)), true);
assert.strictEqual(fs.accessSync(dir), undefined);
fs.accessSync(dir, fs.constants.R_OK | fs.constants.W_OK);
assert.throws(() => fs.accessSync(`${dir}/none`), { code: 'ENOENT', syscall: 'access', path: `${dir}/none` });
fs.writeFileSync(`${dir}/f`, '', { mode: 0o644 });
assert.throws(() => fs.accessSync(`${dir}/f`, fs.constants.X_OK), { code: 'EACCES' });
fs.exists(dir, (...args) => assert.deepStrictEqual(args, [true]));
fs.exists('a\0b', (...args) => assert.deepStrictEqual(args, [false]));
promisify(fs.exists)(`${dir}/none`).then((found) => assert.strictEqual(found, false));
fs.access(dir, (error) => assert.strictEqual(error, null));
fs.access(`${dir}/none`, fs.constants.F_OK, (error) => assert.strictEqual(error.code, 'ENOENT'));
fs.promises.access(dir).then((value) => assert.strictEqual(value, undefined));
