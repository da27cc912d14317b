// A stream that fails does not end the program, unless ignoreErrors is false.
const assert = require('node:assert');
const { Console } = require('node:console');
const { Writable } = require('node:stream');
const broken = () => new Writable({ write(_c, _e, done) { done(new Error('broken')); } });
new Console(broken()).log('x');
const throwing = { write() { throw new Error('thrown'); }, once() {}, on() {}, removeListener() {}, listenerCount: () => 0 };
new Console(throwing).log('x');
assert.throws(() => new Console({ stdout: throwing, ignoreErrors: false }).log('x'), { message: 'thrown' });
let errors = 0;
const strict = broken();
strict.on('error', () => errors++);
new Console({ stdout: strict, ignoreErrors: false }).log('x');
process.on('exit', () => assert.strictEqual(errors, 1));
