// URLSearchParams from text, pairs, objects and iterables.
const assert = require('node:assert');

const text = (...args) => new URLSearchParams(...args).toString();
assert.strictEqual(text('?a=b&c'), 'a=b&c=');
assert.strictEqual(text('??a=b'), '%3Fa=b');
assert.strictEqual(text({ a: 1, b: [2, 3], c: undefined }), 'a=1&b=2%2C3&c=undefined');
assert.strictEqual(text([['a', 'b'], new Set([1, 2])]), 'a=b&1=2');
assert.strictEqual(text(new Map([['x', 'y']])), 'x=y');
assert.strictEqual(text(new URLSearchParams('q=1')), 'q=1');
assert.strictEqual(text((function* () { yield ['g', 'h']; })()), 'g=h');
assert.strictEqual(text(null), '');
assert.strictEqual(text(undefined), '');
assert.strictEqual(text(5), '5=');
assert.throws(() => text([['a']]), { code: 'ERR_INVALID_TUPLE' });
assert.throws(() => text([null]), { code: 'ERR_INVALID_TUPLE' });
assert.throws(() => text({ [Symbol.iterator]: 1 }), { code: 'ERR_ARG_NOT_ITERABLE' });
assert.throws(() => URLSearchParams(), TypeError);
