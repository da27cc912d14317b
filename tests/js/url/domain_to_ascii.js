// Domain names in ASCII and in their own letters.
const assert = require('node:assert');
const { domainToASCII, domainToUnicode } = require('node:url');

assert.strictEqual(domainToASCII('español.com'), 'xn--espaol-zwa.com');
assert.strictEqual(domainToASCII('中文.com'), 'xn--fiq228c.com');
assert.strictEqual(domainToASCII('xn--iñvalid.com'), '');
assert.strictEqual(domainToUnicode('xn--espaol-zwa.com'), 'español.com');
assert.strictEqual(domainToUnicode('xn--iñvalid.com'), '');
assert.throws(() => domainToASCII(), { code: 'ERR_MISSING_ARGS' });
