// A built-in that looks for no interrupts: the first time it is known for what it is, from then on the profiler tells the line.
const assert = require('node:assert');
const { lineOf } = require('../../fixtures/stalls/expect.js');

const words = Array.from({ length: 700_000 }, (_, i) => String((i * 7919) % 1000003));
function culprit() {
  const copy = words.slice();
  copy.sort(); // sorts
  return innocent(copy);
}
function innocent(array) {
  return array.length;
}

const calm = (task) => task.split.cpuWait < task.duration / 4;
let rounds = 0;
const timer = setInterval(() => {
  const tasks = process.longTasks().filter((t) => t.kind === 'timer' && t.cause.activity === 'native');
  const located = tasks.filter((t) => t.cause.located);
  if (located.length > 0) {
    clearInterval(timer);
    assert.strictEqual(located[0].cause.stack[0].file, __filename);
    assert.strictEqual(located[0].cause.stack[0].line, lineOf(__filename, 'sorts'));
    assert.strictEqual(located[0].cause.stack[0].function, 'culprit');
    return;
  }
  // On a machine that has no time for this process, nothing can be said.
  if (++rounds > 12) {
    assert(!tasks.some(calm), 'a sort on a calm machine is located from its second time on');
    clearInterval(timer);
    return;
  }
  culprit();
}, 20);
