// A name without an address.
const assert = require('node:assert');
const dns = require('node:dns');

dns.lookup('nonexistent.invalid', (error, address) => {
  assert.ok(error instanceof Error);
  // Without any name server to ask, the resolver says "try again" instead.
  assert.ok(['ENOTFOUND', 'EAI_AGAIN'].includes(error.code), error.code);
  assert.strictEqual(error.message, `getaddrinfo ${error.code} nonexistent.invalid`);
  assert.strictEqual(error.syscall, 'getaddrinfo');
  assert.strictEqual(error.hostname, 'nonexistent.invalid');
  assert.strictEqual(typeof error.errno, 'number');
  assert.strictEqual(address, undefined);
});
