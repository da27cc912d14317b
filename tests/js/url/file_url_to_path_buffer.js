// not-on-node: newer than the Node that the tests are compared with
// Bytes that are no UTF-8 survive.
const assert = require('node:assert');
const { fileURLToPathBuffer } = require('node:url');

assert.deepStrictEqual(fileURLToPathBuffer('file:///a%ff%20b'), Buffer.from([47, 97, 0xff, 32, 98]));
