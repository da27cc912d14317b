// The due time counts from the call, not from the start of the task that made it.
const assert = require('node:assert');
const log = [];
setTimeout(() => log.push('50'), 50);
const end = Date.now() + 80;
while (Date.now() < end);
setTimeout(() => log.push('1'), 1);
process.on('exit', () => assert.deepStrictEqual(log, ['50', '1']));
