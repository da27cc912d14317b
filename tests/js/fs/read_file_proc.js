// Files of /proc do not know their size.
const assert = require('node:assert');
const fs = require('node:fs');
assert.ok(fs.readFileSync('/proc/self/status', 'utf8').includes('Pid:'));
fs.readFile('/proc/self/status', 'utf8', (error, text) => assert.ok(text.includes('Pid:')));
fs.promises.readFile('/proc/self/maps').then((data) => assert.ok(data.length > 1000));
