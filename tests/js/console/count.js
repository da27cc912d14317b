// count and countReset.
const assert = require('node:assert');
const { Console } = require('node:console');
const lines = [];
const c = new Console({ write: (line) => lines.push(line), once() {}, on() {}, removeListener() {}, listenerCount: () => 0 });
process.removeAllListeners('warning');
let warning;
process.on('warning', (w) => { warning = w.message; });
c.count();
c.count('x');
c.count();
c.count(undefined);
c.count(null);
c.countReset();
c.count();
c.countReset('missing');
assert.deepStrictEqual(lines, ['default: 1\n', 'x: 1\n', 'default: 2\n', 'default: 3\n', 'null: 1\n', 'default: 1\n']);
setImmediate(() => assert.strictEqual(warning, "Count for 'missing' does not exist"));
