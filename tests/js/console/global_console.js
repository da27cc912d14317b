// The global console: members, tag, bound methods, and the module.
const assert = require('node:assert');
assert.strictEqual(require('node:console'), console);
assert.strictEqual(Object.prototype.toString.call(console), '[object console]');
assert.deepStrictEqual(Object.keys(console).slice(0, 20), ['log', 'warn', 'dir', 'time', 'timeEnd', 'timeLog', 'trace', 'assert',
  'clear', 'count', 'countReset', 'group', 'groupEnd', 'table', 'debug', 'info', 'dirxml', 'error', 'groupCollapsed', 'Console']);
assert.strictEqual(console.log.name, 'log');
assert.strictEqual(console._stdout, process.stdout);
assert.deepStrictEqual(Object.getOwnPropertyNames(Object.getPrototypeOf(console)), []);
console.timeStamp();
console.profile();
console.profileEnd();
const original = process.stdout.write;
const written = [];
process.stdout.write = (chunk) => { written.push(chunk); return true; };
console.log('%s!', 'hi', [1]);
console.clear();
process.stdout.write = original;
assert.deepStrictEqual(written, ['hi! [ 1 ]\n']);
