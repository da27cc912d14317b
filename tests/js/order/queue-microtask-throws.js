// An exception in queueMicrotask is an uncaught exception, and the other microtasks run.
const assert = require('node:assert');
const log = [];
process.on('uncaughtException', (error, origin) => log.push(error.message, origin));
queueMicrotask(() => { throw new Error('boom'); });
queueMicrotask(() => log.push('second'));
process.on('exit', () => assert.deepStrictEqual(log, ['boom', 'uncaughtException', 'second']));
