// A built-in function that answers no interrupt is told by name and by the function that called it, the first time already.
// expect-stderr: Array\.prototype\.sort, called in sortWords \(.*built-in-caller\.js:9:\d+\)
const assert = require('node:assert');
const { lineOf } = require('../../fixtures/stalls/expect.js');

const words = Array.from({ length: 400_000 }, (_, i) => String((i * 7919) % 1_000_003));
setTimeout(() => {}, 5);

function sortWords() { // the caller
  words.sort();
}
setTimeout(function sorting() {
  sortWords();
}, 1);
setTimeout(() => {
  const task = process.longTasks().find((each) => each.invoker?.function === 'sorting');
  assert(task, JSON.stringify(process.longTasks()));
  assert.strictEqual(task.cause.activity, 'native');
  assert.strictEqual(task.cause.name, 'Array.prototype.sort');
  const [caller, outer] = task.cause.within;
  assert.deepStrictEqual([caller.function, caller.file, caller.line], ['sortWords', __filename, lineOf(__filename, 'the caller')]);
  assert.strictEqual(outer.function, 'sorting');
  assert.strictEqual(task.cause.located, false, 'its line is not known yet');
}, 10);
