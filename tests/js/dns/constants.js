// Hints and error codes by name.
const assert = require('node:assert');
const dns = require('node:dns');

assert.deepStrictEqual([dns.ADDRCONFIG, dns.ALL, dns.V4MAPPED], [32, 16, 8]);
assert.strictEqual(dns.NOTFOUND, 'ENOTFOUND');
assert.strictEqual(dns.promises.TIMEOUT, 'ETIMEOUT');
assert.strictEqual(dns.CANCELLED, 'ECANCELLED');
