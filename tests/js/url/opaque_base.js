// not-on-node: the ada of Node accepts the last ones
// A base such as mailto:x takes fragments only.
const assert = require('node:assert');

assert.strictEqual(new URL('#f', 'mailto:x').href, 'mailto:x#f');
assert.strictEqual(new URL(' \n#f', 'mailto:x#old').href, 'mailto:x#f');
assert.strictEqual(new URL('data:y#z', 'mailto:x').href, 'data:y#z');
assert.strictEqual(URL.canParse('a', 'mailto:x'), false);
assert.strictEqual(URL.canParse('', 'mailto:x'), false);
assert.strictEqual(URL.canParse('..#f', 'mailto:x'), false);
assert.strictEqual(URL.canParse('?a#f', 'mailto:x'), false);
