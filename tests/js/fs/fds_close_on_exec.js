// Descriptors do not leak into children.
const assert = require('node:assert');
const fs = require('node:fs');
const { isBuiltin } = require('node:module');
if (!isBuiltin('child_process')) process.exit(0);
const { execFileSync } = require('node:child_process');
const fd = fs.openSync(__filename);
const list = execFileSync('sh', ['-c', 'ls /proc/self/fd']).toString().split('\n').map(Number);
assert.ok(!list.includes(fd) || fd < 4);
