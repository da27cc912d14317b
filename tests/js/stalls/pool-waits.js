// flags: --long-tasks=all --long-task-threshold=5
// env: UV_THREADPOOL_SIZE=1
// Requests that wait for the only thread of the pool are told by process.poolWaits(), with what the thread did.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const file = path.join(os.tmpdir(), `rondo-pool-waits-${process.pid}`);
process.on('exit', () => fs.rmSync(file));
assert.deepStrictEqual(process.poolWaits(), []);

let bytes = 16 * 1024 * 1024;
function burst() {
  const data = Buffer.alloc(bytes);
  fs.writeFile(file, data, () => {});
  fs.stat(file, () => {
    // On a busy machine a thread may be free and get no CPU.
    const wait = process.poolWaits().find((w) => w.cause !== 'cpu-wait');
    if (!wait && bytes < 2 ** 28) {
      bytes *= 2;
      setTimeout(burst, 50);
      return;
    }
    assert(wait, JSON.stringify(process.poolWaits()));
    assert.strictEqual(wait.threads, 1);
    assert(['stat', 'writeFile'].includes(wait.name), wait.name);
    assert(wait.longest >= 5 && wait.duration >= wait.longest - 1e-6 && wait.count >= 1 && wait.ahead >= 1, JSON.stringify(wait));
    assert(wait.work.some((work) => work.name === 'writeFile' && work.duration >= 0), JSON.stringify(wait.work));
  });
}
burst();
