// An immediate that throws does not cost the others their turn.
const assert = require('node:assert');
const log = [];
process.on('uncaughtException', (error) => log.push(error.message));
setImmediate(() => {
  process.nextTick(() => log.push('tick'));
  throw new Error('boom');
});
setImmediate(() => log.push('second'));
process.on('exit', () => assert.deepStrictEqual(log, ['boom', 'tick', 'second']));
