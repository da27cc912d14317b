// A FIFO is waited for, and read to its end.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { isBuiltin } = require('node:module');
if (!isBuiltin('child_process')) process.exit(0);
const { execFileSync } = require('node:child_process');
const dir = require('../../fixtures/temp_dir.js')();

const fifo = path.join(dir, 'fifo');
execFileSync('mkfifo', [fifo]);
let text;
fs.readFile(fifo, 'utf8', (error, data) => {
  assert.ifError(error);
  text = data;
});
setTimeout(() => {
  assert.strictEqual(text, undefined);
  const fd = fs.openSync(fifo, 'w');
  fs.writeSync(fd, 'through ');
  setTimeout(() => {
    fs.writeSync(fd, 'the pipe');
    fs.closeSync(fd);
  }, 20);
}, 50);
process.on('exit', () => assert.strictEqual(text, 'through the pipe'));
