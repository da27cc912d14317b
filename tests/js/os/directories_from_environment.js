// The home and temporary directories follow the environment as it is now.
const assert = require('node:assert');
const os = require('node:os');

process.env.HOME = '/some/home';
assert.strictEqual(os.homedir(), '/some/home');
process.env.TMPDIR = '/some/tmp/';
assert.strictEqual(os.tmpdir(), '/some/tmp');
delete process.env.TMPDIR;
process.env.TMP = '/other';
assert.strictEqual(os.tmpdir(), '/other');
delete process.env.TMP;
delete process.env.TEMP;
assert.strictEqual(os.tmpdir(), '/tmp');
