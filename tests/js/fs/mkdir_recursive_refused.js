// not-on-node: Node 20 never returns from this one
// A directory that the system will not make is an error and not an endless loop.
const assert = require('node:assert');
const fs = require('node:fs');
assert.throws(() => fs.mkdirSync('/proc/rondo/none', { recursive: true }), { code: 'ENOENT', syscall: 'mkdir' });
