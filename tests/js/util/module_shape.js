// What require('util') offers.
const assert = require('node:assert');
const util = require('node:util');
assert.strictEqual(util, require('util'));
for (const name of ['inspect', 'format', 'promisify', 'callbackify', 'inherits', 'deprecate', 'debuglog', 'parseArgs', 'styleText',
  'isDeepStrictEqual', 'stripVTControlCharacters', 'toUSVString', 'aborted', 'parseEnv', 'TextEncoder', 'TextDecoder', 'MIMEType']) {
  assert.strictEqual(typeof util[name], 'function', name);
}
assert.strictEqual(util.debug, util.debuglog);
assert.strictEqual(util.TextEncoder, TextEncoder);
assert.strictEqual(util.toUSVString('a\ud800'), 'a\ufffd');
assert.strictEqual(util.isArray([]), true);
assert.deepStrictEqual(util._extend({ a: 1 }, { b: 2 }), { a: 1, b: 2 });
