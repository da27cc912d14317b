// Functions and classes of every kind.
const assert = require('node:assert');
const { inspect } = require('node:util');

assert.strictEqual(inspect(function f() {}), '[Function: f]');
assert.strictEqual(inspect(() => {}), '[Function (anonymous)]');
assert.strictEqual(inspect(async function f() {}), '[AsyncFunction: f]');
assert.strictEqual(inspect(function* f() {}), '[GeneratorFunction: f]');
assert.strictEqual(inspect(async function* f() {}), '[AsyncGeneratorFunction: f]');
assert.strictEqual(inspect(class {}), '[class (anonymous)]');
assert.strictEqual(inspect(class A extends Map { static x = 1; }), '[class A extends Map] { x: 1 }');
assert.strictEqual(inspect(Object.assign(function f() {}, { a: 1 })), '[Function: f] { a: 1 }');
assert.strictEqual(inspect(Object.setPrototypeOf(function f() {}, null)), '[Function (null prototype): f]');
assert.strictEqual(inspect({ class(a) { return a; } }.class), '[Function: class]');
