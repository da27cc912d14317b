// What the callback of a callbackified function throws is an uncaught exception, not a rejection.
const assert = require('node:assert');
const { callbackify } = require('node:util');
let caught;
process.on('uncaughtException', (error) => { caught = error.message; });
process.on('unhandledRejection', () => assert.fail('no rejection'));
callbackify(async () => 1)(() => { throw new Error('from callback'); });
process.on('exit', () => assert.strictEqual(caught, 'from callback'));
