// Scheduling priorities, and the error of a process that is not there.
const assert = require('node:assert');
const os = require('node:os');

const before = os.getPriority();
assert.ok(before >= -20 && before <= 19);
os.setPriority(Math.min(before + 1, 19));
assert.strictEqual(os.getPriority(process.pid), Math.min(before + 1, 19));
assert.throws(() => os.setPriority(0, 20), { code: 'ERR_OUT_OF_RANGE' });
assert.throws(() => os.getPriority('1'), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => os.getPriority(2 ** 30), (error) => {
  assert.strictEqual(error.name, 'SystemError');
  assert.strictEqual(error.code, 'ERR_SYSTEM_ERROR');
  assert.strictEqual(error.message, 'A system error occurred: uv_os_getpriority returned ESRCH (no such process)');
  assert.deepStrictEqual(error.info, { errno: -3, code: 'ESRCH', message: 'no such process', syscall: 'uv_os_getpriority' });
  assert.strictEqual(error.errno, -3);
  assert.strictEqual(error.syscall, 'uv_os_getpriority');
  return true;
});
