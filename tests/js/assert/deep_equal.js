// deepEqual is loose, deepStrictEqual is not; both know collections.
const assert = require('node:assert');
assert.deepEqual({ a: 1 }, { a: '1' });
assert.deepEqual([1, { b: [2] }], ['1', { b: ['2'] }]);
assert.deepEqual(new Set(['1', {}]), new Set([{}, 1]));
assert.deepEqual(new Map([[1, '2']]), new Map([['1', 2]]));
assert.deepEqual(Object.create(null), {});
assert.throws(() => assert.deepStrictEqual({ a: 1 }, { a: '1' }));
assert.throws(() => assert.deepStrictEqual(Object.create(null), {}));
assert.throws(() => assert.deepEqual({ a: 1 }, { a: 1, b: undefined }));
assert.throws(() => assert.deepEqual(new Date(0), {}));
assert.notDeepEqual({ a: 1 }, { a: 2 });
assert.notDeepStrictEqual({ a: 1 }, { a: '1' });
assert.deepStrictEqual(NaN, NaN);
assert.throws(() => assert.deepStrictEqual(0, -0));
assert.deepEqual(0, -0);
assert.throws(() => assert.deepStrictEqual(), { code: 'ERR_MISSING_ARGS' });
