// A file that is cached is read at once, and its callback still comes after an immediate that was set with it.
const assert = require('node:assert');
const fs = require('node:fs');
const log = [];
fs.readFile(__filename, () => log.push('file'));
setImmediate(() => log.push('immediate'));
process.nextTick(() => log.push('tick'));
process.on('exit', () => assert.deepStrictEqual(log, ['tick', 'immediate', 'file']));
