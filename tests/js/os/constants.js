// Numbers of signals, errors and priorities.
const assert = require('node:assert');
const { constants } = require('node:os');

assert.strictEqual(constants.signals.SIGINT, 2);
assert.strictEqual(constants.signals.SIGKILL, 9);
assert.strictEqual(constants.signals.SIGTERM, 15);
assert.strictEqual(constants.errno.ENOENT, 2);
assert.strictEqual(constants.priority.PRIORITY_LOW, 19);
assert.strictEqual(constants.priority.PRIORITY_HIGHEST, -20);
assert.strictEqual(constants.dlopen.RTLD_NOW, 2);
assert.strictEqual(constants.UV_UDP_REUSEADDR, 4);
assert.strictEqual(Object.getPrototypeOf(constants.signals), null);
assert.throws(() => { 'use strict'; constants.signals.SIGINT = 1; }, TypeError);
assert.throws(() => { 'use strict'; require('node:os').EOL = 1; }, TypeError);
