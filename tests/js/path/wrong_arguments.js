// Anything but a string is refused, by name.
const assert = require('node:assert');
const path = require('node:path');

for (const flavour of [path.posix, path.win32]) {
  for (const value of [null, undefined, 1, {}, [], true, Symbol.iterator]) {
    for (const name of ['normalize', 'isAbsolute', 'dirname', 'basename', 'extname', 'parse', 'join']) {
      assert.throws(() => flavour[name](value), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' }, name);
    }
    assert.throws(() => flavour.resolve(value), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => flavour.relative('a', value), { code: 'ERR_INVALID_ARG_TYPE' });
  }
  assert.throws(() => flavour.resolve(1), { message: /^The "paths\[0\]" argument must be of type string\. Received type number \(1\)$/ });
  assert.throws(() => flavour.basename('a', 1), { message: /^The "suffix" argument must be of type string/ });
}
// What stands to the left of an absolute path is never looked at.
assert.strictEqual(path.posix.resolve(1, '/a'), '/a');
