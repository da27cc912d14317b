// time, timeLog, timeEnd; unknown and double labels warn.
const assert = require('node:assert');
const { Console } = require('node:console');
const lines = [];
const c = new Console({ write: (line) => lines.push(line), once() {}, on() {}, removeListener() {}, listenerCount: () => 0 });
process.removeAllListeners('warning');
const warnings = [];
process.on('warning', (w) => warnings.push(w.message));
c.time('t');
c.time('t');
c.timeLog('t', 'so far', { a: 1 });
c.timeEnd('t');
c.timeEnd('t');
c.timeLog();
assert.match(lines[0], /^t: \d+(\.\d+)?ms so far \{ a: 1 \}\n$/);
assert.match(lines[1], /^t: \d+(\.\d+)?ms\n$/);
assert.strictEqual(lines.length, 2);
setImmediate(() => assert.deepStrictEqual(warnings, [
  "Label 't' already exists for console.time()",
  "No such label 't' for console.timeEnd()",
  "No such label 'default' for console.timeLog()",
]));
