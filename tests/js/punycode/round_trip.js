// The punycode module: encoding, domains, code points.
process.removeAllListeners('warning');
const assert = require('node:assert');
const punycode = require('node:punycode');

assert.strictEqual(punycode.encode('mañana'), 'maana-pta');
assert.strictEqual(punycode.decode('maana-pta'), 'mañana');
assert.strictEqual(punycode.toASCII('mañana.com'), 'xn--maana-pta.com');
assert.strictEqual(punycode.toUnicode('xn--maana-pta.com'), 'mañana.com');
assert.deepStrictEqual(punycode.ucs2.decode('\uD834\uDF06a'), [0x1d306, 97]);
assert.strictEqual(punycode.ucs2.encode([0x1d306]), '\uD834\uDF06');
assert.throws(() => punycode.decode('a.'), RangeError);
