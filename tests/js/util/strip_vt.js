// util.stripVTControlCharacters
const assert = require('node:assert');
const { stripVTControlCharacters: strip } = require('node:util');
assert.strictEqual(strip('\x1b[31mred\x1b[39m plain'), 'red plain');
assert.strictEqual(strip('\x1b]8;;http://example.com\x07link\x1b]8;;\x07'), 'link');
assert.strictEqual(strip('a\x1b[2Jb\x1b[?25h'), 'ab');
assert.strictEqual(strip('plain'), 'plain');
assert.throws(() => strip(5), { code: 'ERR_INVALID_ARG_TYPE' });
