// localhost has an address; with `all` an array of them.
const assert = require('node:assert');
const dns = require('node:dns');

let calls = 0;
dns.lookup('localhost', (error, address, family) => {
  assert.strictEqual(error, null);
  assert.ok(['127.0.0.1', '::1'].includes(address));
  assert.strictEqual(family, address === '::1' ? 6 : 4);
  calls++;
});
dns.lookup('localhost', { all: true, family: 4 }, (error, addresses) => {
  assert.strictEqual(error, null);
  assert.deepStrictEqual(addresses[0], { address: '127.0.0.1', family: 4 });
  calls++;
});
dns.lookup('localhost', 4, (error, address, family) => {
  assert.deepStrictEqual([error, address, family], [null, '127.0.0.1', 4]);
  calls++;
});
assert.strictEqual(calls, 0);
process.on('exit', () => assert.strictEqual(calls, 3));
