// partialDeepStrictEqual: the actual value may have more.
// not-on-node: Node 20 has no assert.partialDeepStrictEqual
const assert = require('node:assert');
const { partialDeepStrictEqual: partial } = assert;
partial({ a: 1, b: { c: 2, d: 3 } }, { b: { c: 2 } });
partial([1, 2, 3, 4], [2, 4]);
partial(new Set([1, { a: 1, b: 2 }]), new Set([{ a: 1 }]));
partial(new Map([['a', 1], ['b', { c: 1, d: 2 }]]), new Map([['b', { c: 1 }]]));
partial('x', 'x');
partial(new Error('m'), new Error('m'));
for (const [actual, expected] of [
  [{ a: 1 }, { a: 1, b: 2 }], [[1, 2], [2, 1]], [{ a: 1 }, { a: '1' }], [new Set([1]), new Set([2])], [[], {}], [1, 2],
  [new Map([[1, 2]]), new Map([[1, 3]])], [null, {}],
]) {
  assert.throws(() => partial(actual, expected), { code: 'ERR_ASSERTION', operator: 'partialDeepStrictEqual' });
}
