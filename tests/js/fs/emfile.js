// Without descriptors left, calls fail with EMFILE and work again later.
const assert = require('node:assert');
const fs = require('node:fs');
const fds = [];
try {
  for (;;) {
    fds.push(fs.openSync(__filename));
    if (fds.length > 70000) break; // no limit here
  }
} catch (error) {
  assert.strictEqual(error.code, 'EMFILE');
  assert.match(error.message, /EMFILE: too many open files, open/);
  fs.readFile(__filename, (failure) => {
    assert.strictEqual(failure.code, 'EMFILE');
    release();
  });
}
function release() {
  for (const fd of fds) fs.closeSync(fd);
  fs.readFile(__filename, 'utf8', (error, text) => assert.ok(text.includes('EMFILE')));
}
