// sorted, compact, breakLength, colors, and the default options.
const assert = require('node:assert');
const { inspect } = require('node:util');

assert.strictEqual(inspect({ b: 1, a: 2 }, { sorted: true }), '{ a: 2, b: 1 }');
assert.strictEqual(inspect({ b: 1, a: 2 }, { sorted: (x, y) => (x < y ? 1 : -1) }), '{ b: 1, a: 2 }');
assert.strictEqual(inspect({ a: 1, b: { c: 2 } }, { compact: false }), '{\n  a: 1,\n  b: {\n    c: 2\n  }\n}');
assert.strictEqual(inspect({ a: 1 }, { breakLength: 5 }), '{\n  a: 1\n}');
assert.strictEqual(inspect({ a: 1, b: 's', c: null }, { colors: true }),
  "{ a: \x1b[33m1\x1b[39m, b: \x1b[32m's'\x1b[39m, c: \x1b[1mnull\x1b[22m }");
assert.strictEqual(inspect({ a: { b: 1 } }, false, 0, false), '{ a: [Object] }');
assert.throws(() => { inspect.defaultOptions = null; }, { code: 'ERR_INVALID_ARG_TYPE' });
const before = { ...inspect.defaultOptions };
inspect.defaultOptions = { depth: 0 };
assert.strictEqual(inspect({ a: {} , b: { c: 1 } }), '{ a: {}, b: [Object] }');
inspect.defaultOptions = before;
assert.deepStrictEqual(inspect.colors.red, [31, 39]);
assert.strictEqual(inspect.styles.number, 'yellow');
