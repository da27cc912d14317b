// Every logical processor, with its times.
const assert = require('node:assert');
const os = require('node:os');

const cpus = os.cpus();
assert.ok(cpus.length >= 1);
for (const cpu of cpus) {
  assert.deepStrictEqual(Object.keys(cpu), ['model', 'speed', 'times']);
  assert.deepStrictEqual(Object.keys(cpu.times), ['user', 'nice', 'sys', 'idle', 'irq']);
  assert.strictEqual(typeof cpu.model, 'string');
  for (const time of Object.values(cpu.times)) assert.ok(time >= 0);
}
