// not-on-node: Node speaks to DNS servers itself
// Functions that are not there say so by their name.
const assert = require('node:assert');
const dns = require('node:dns');

assert.throws(() => dns.resolve4('example.com', () => {}), {
  code: 'ERR_METHOD_NOT_IMPLEMENTED', message: 'The dns.resolve4() method is not implemented',
});
assert.throws(() => dns.setServers(['127.0.0.1']), { code: 'ERR_METHOD_NOT_IMPLEMENTED' });
assert.throws(() => new dns.Resolver(), { message: /dns\.Resolver/ });
assert.rejects(dns.promises.resolveMx('example.com'), { message: 'The dns.promises.resolveMx() method is not implemented' });
