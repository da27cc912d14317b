// The names of an address and a port.
const assert = require('node:assert');
const dns = require('node:dns');

let called = false;
dns.lookupService('127.0.0.1', 22, (error, hostname, service) => {
  called = true;
  assert.strictEqual(error, null);
  assert.strictEqual(typeof hostname, 'string');
  assert.ok(['ssh', '22'].includes(service));
});
process.on('exit', () => assert.ok(called));
assert.throws(() => dns.lookupService('x', 22, () => {}), { code: 'ERR_INVALID_ARG_VALUE' });
assert.throws(() => dns.lookupService('127.0.0.1', 99999, () => {}), { code: 'ERR_SOCKET_BAD_PORT' });
assert.throws(() => dns.lookupService('127.0.0.1', 22), {
  code: 'ERR_MISSING_ARGS', message: 'The "address", "port", and "callback" arguments must be specified',
});
