// util.format: every directive, left-over arguments, no arguments.
const assert = require('node:assert');
const util = require('node:util');
const { format } = util;

assert.strictEqual(format(), '');
assert.strictEqual(format('%s:%s', 'a'), 'a:%s');
assert.strictEqual(format('%s', 'a', 'b', { c: 1 }), 'a b { c: 1 }');
assert.strictEqual(format('%d %i %f', '42.5', '42.5', '42.5'), '42.5 42 42.5');
assert.strictEqual(format('%d', 10n), '10n');
assert.strictEqual(format('%j', { a: 1 }), '{"a":1}');
const circle = {};
circle.circle = circle;
assert.strictEqual(format('%j', circle), '[Circular]');
assert.strictEqual(format('%s', { a: { b: { c: 1 } } }), '{ a: [Object] }');
assert.strictEqual(format('%s', -0), '-0');
assert.strictEqual(format('%s', class A {}).startsWith('class A'), true);
assert.strictEqual(format('%s', { toString() { return 'own'; } }), 'own');
assert.strictEqual(format('%O', { a: { b: { c: {} } } }), '{ a: { b: { c: {} } } }');
assert.strictEqual(format('%c%s', 'color: red', 'x'), 'x');
assert.strictEqual(format('100%', 1), '100% 1');
assert.strictEqual(format('%%s%%', 'x'), '%s% x');
assert.strictEqual(format(1, 'a', [2]), '1 a [ 2 ]');
assert.strictEqual(format('%x', 1), '%x 1');
assert.strictEqual(util.formatWithOptions({ colors: true }, '%s %O', 'a', 1), 'a \x1b[33m1\x1b[39m');
assert.throws(() => util.formatWithOptions('x', 'y'), { code: 'ERR_INVALID_ARG_TYPE' });
