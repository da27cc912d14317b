// A tick that throws does not cost the others their turn.
const assert = require('node:assert');
const log = [];
process.on('uncaughtException', (error) => log.push(error.message));
process.nextTick(() => { throw new Error('boom'); });
process.nextTick(() => log.push('second tick'));
Promise.resolve().then(() => log.push('microtask'));
process.on('exit', () => assert.deepStrictEqual(log, ['boom', 'second tick', 'microtask']));
