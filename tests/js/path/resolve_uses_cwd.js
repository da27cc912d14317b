// Relative paths start from the working directory as it is now, also when process.cwd was replaced.
const assert = require('node:assert');
const path = require('node:path');

assert.strictEqual(path.resolve(), process.cwd());
assert.strictEqual(path.resolve('a', '..', 'b'), path.join(process.cwd(), 'b'));
assert.strictEqual(path.relative('', 'a/b'), 'a/b');
process.cwd = () => '/elsewhere';
assert.strictEqual(path.resolve('x'), '/elsewhere/x');
