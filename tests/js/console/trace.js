// trace prints the message and the caller's stack to stderr.
const assert = require('node:assert');
const { Console } = require('node:console');
let text = '';
const stream = { write: (chunk) => { text += chunk; return true; }, once() {}, on() {}, removeListener() {}, listenerCount: () => 0 };
const c = new Console({ stdout: process.stdout, stderr: stream });
function caller() { c.trace('hello %d', 5); }
caller();
assert.match(text, /^Trace: hello 5\n {4}at caller \(.*trace\.js:7:/);
