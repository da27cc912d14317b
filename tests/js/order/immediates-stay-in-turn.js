// Immediates queued by an immediate run in the next turn, after the I/O in between.
const assert = require('node:assert');
const log = [];
setImmediate(() => {
  log.push('a');
  setImmediate(() => log.push('c'));
});
setImmediate(() => log.push('b'));
process.on('exit', () => assert.deepStrictEqual(log, ['a', 'b', 'c']));
