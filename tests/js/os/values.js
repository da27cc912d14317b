// What os says of the machine is of the documented kind.
const assert = require('node:assert');
const os = require('node:os');

for (const name of ['arch', 'homedir', 'hostname', 'platform', 'release', 'tmpdir', 'type', 'version', 'machine', 'endianness']) {
  assert.strictEqual(typeof os[name](), 'string', name);
  assert.notStrictEqual(os[name](), '', name);
  assert.strictEqual(`${os[name]}`, os[name](), name);
}
for (const name of ['freemem', 'totalmem', 'uptime', 'availableParallelism']) assert.ok(os[name]() > 0, name);
assert.ok(os.freemem() <= os.totalmem());
assert.ok(Number.isInteger(os.availableParallelism()));
assert.strictEqual(os.platform(), process.platform);
assert.strictEqual(os.arch(), process.arch);
assert.strictEqual(os.EOL, '\n');
assert.strictEqual(os.devNull, '/dev/null');
const load = os.loadavg();
assert.strictEqual(load.length, 3);
assert.ok(load.every((n) => typeof n === 'number' && n >= 0));
assert.ok(os.uptime - 0 > 0);
