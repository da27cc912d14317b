// expect-stderr: DEP0118
// Nothing is looked up for no name, with a warning.
const assert = require('node:assert');
const dns = require('node:dns');

dns.lookup('', (...args) => assert.deepStrictEqual(args, [null, null, 4]));
dns.lookup(undefined, { family: 6 }, (...args) => assert.deepStrictEqual(args, [null, null, 6]));
dns.lookup(null, { all: true }, (...args) => assert.deepStrictEqual(args, [null, []]));
