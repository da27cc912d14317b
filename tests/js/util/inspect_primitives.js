// util.inspect of values that are no objects: quotes, escapes, -0, bigint, symbols.
const assert = require('node:assert');
const { inspect } = require('node:util');

assert.strictEqual(inspect('it'), "'it'");
assert.strictEqual(inspect("it's"), '"it\'s"');
assert.strictEqual(inspect('"it\'s"'), '`"it\'s"`');
assert.strictEqual(inspect('"it\'s`"'), "'\"it\\'s`\"'");
assert.strictEqual(inspect('a\nb\x00\x7f\\'), "'a\\nb\\x00\\x7F\\\\'");
assert.strictEqual(inspect('\ud83d'), "'\\ud83d'");
assert.strictEqual(inspect('😀'), "'😀'");
assert.strictEqual(inspect(-0), '-0');
assert.strictEqual(inspect(12345678.1234, { numericSeparator: true }), '12_345_678.123_4');
assert.strictEqual(inspect(123n), '123n');
assert.strictEqual(inspect(Symbol('x')), 'Symbol(x)');
assert.strictEqual(inspect(undefined), 'undefined');
assert.strictEqual(inspect('x'.repeat(20), { maxStringLength: 5 }), "'xxxxx'... 15 more characters");
