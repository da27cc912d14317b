// A timer that falls due during the check phase runs in the same turn's timers phase, before the next check phase.
const assert = require('node:assert');
const log = [];
setImmediate(() => {
  setTimeout(() => log.push('timer'), 1);
  const end = Date.now() + 10;
  while (Date.now() < end);
  setImmediate(() => log.push('immediate'));
});
process.on('exit', () => assert.deepStrictEqual(log, ['timer', 'immediate']));
