// An address stands for itself, whatever family was asked for, and never at once.
const assert = require('node:assert');
const dns = require('node:dns');

const results = [];
dns.lookup('127.0.0.1', (...args) => results.push(args));
dns.lookup('::1', { all: true }, (...args) => results.push(args));
dns.lookup('127.0.0.1', 6, (...args) => results.push(args));
assert.strictEqual(results.length, 0);
process.on('exit', () => {
  assert.deepStrictEqual(results, [
    [null, '127.0.0.1', 4], [null, [{ address: '::1', family: 6 }]], [null, '127.0.0.1', 4],
  ]);
});
