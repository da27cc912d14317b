// The order of addresses can be set for everybody.
const assert = require('node:assert');
const dns = require('node:dns');

assert.strictEqual(dns.getDefaultResultOrder(), 'verbatim');
dns.setDefaultResultOrder('ipv4first');
assert.strictEqual(dns.promises.getDefaultResultOrder(), 'ipv4first');
assert.throws(() => dns.setDefaultResultOrder('x'), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => dns.setDefaultResultOrder(), { code: 'ERR_INVALID_ARG_VALUE' });
dns.lookup('localhost', { all: true }, (error, all) => {
  assert.strictEqual(error, null);
  const families = all.map((entry) => entry.family);
  assert.deepStrictEqual(families, [...families].sort());
});
