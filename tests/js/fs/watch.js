// fs.watch tells of changes in a directory and of a file.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
fs.writeFileSync(path.join(dir, 'old'), '');
const seen = new Set();
const watcher = fs.watch(dir, (type, name) => {
  seen.add(`${type} ${name}`);
  if (seen.has('rename new') && seen.has('change old')) watcher.close();
});
let closed = 0;
watcher.on('close', () => closed++);
setTimeout(() => {
  fs.writeFileSync(path.join(dir, 'new'), '');
  fs.writeFileSync(path.join(dir, 'old'), 'x');
}, 20);
process.on('exit', () => assert.strictEqual(closed, 1));

assert.throws(() => fs.watch(`${dir}/none`), { code: 'ENOENT', syscall: 'watch', path: `${dir}/none` });
fs.watch(dir, { persistent: false });
const controller = new AbortController();
fs.watch(dir, { signal: controller.signal });
controller.abort();
