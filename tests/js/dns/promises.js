// dns.promises: look-ups as promises.
const assert = require('node:assert');
const dns = require('node:dns');
const { promisify } = require('node:util');

assert.strictEqual(require('node:dns/promises'), dns.promises);
(async () => {
  assert.deepStrictEqual(await dns.promises.lookup('127.0.0.1'), { address: '127.0.0.1', family: 4 });
  assert.deepStrictEqual(await dns.promises.lookup('localhost', 4), { address: '127.0.0.1', family: 4 });
  const all = await dns.promises.lookup('localhost', { all: true, family: 4 });
  assert.deepStrictEqual(all, [{ address: '127.0.0.1', family: 4 }]);
  assert.deepStrictEqual(await promisify(dns.lookup)('127.0.0.1'), { address: '127.0.0.1', family: 4 });
  assert.strictEqual(typeof (await dns.promises.lookupService('127.0.0.1', 80)).hostname, 'string');
  await assert.rejects(dns.promises.lookup('nonexistent.invalid'), { syscall: 'getaddrinfo', hostname: 'nonexistent.invalid' });
  assert.throws(() => dns.promises.lookup('a', 5), { code: 'ERR_INVALID_ARG_VALUE' });
})();
