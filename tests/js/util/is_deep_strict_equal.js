// util.isDeepStrictEqual: values, types, prototypes, collections, circles.
const assert = require('node:assert');
const { isDeepStrictEqual: eq } = require('node:util');
class A { x = 1; }

assert.ok(eq({ a: [1, { b: NaN }] }, { a: [1, { b: NaN }] }));
assert.ok(eq({ a: 1, b: 2 }, { b: 2, a: 1 }));
assert.ok(!eq({ a: 1 }, { a: '1' }));
assert.ok(!eq(0, -0));
assert.ok(!eq([1, , 3], [1, undefined, 3]));
assert.ok(!eq(new A(), { x: 1 }));
assert.ok(eq(new Set([{ a: 1 }, [2]]), new Set([[2], { a: 1 }])));
assert.ok(!eq(new Set([1, {}]), new Set([1, []])));
assert.ok(eq(new Map([[{ k: 1 }, 'v'], ['x', [1]]]), new Map([['x', [1]], [{ k: 1 }, 'v']])));
assert.ok(!eq(new Map([[1, undefined]]), new Map([[2, undefined]])));
assert.ok(eq({ [Symbol.for('a')]: 1 }, { [Symbol.for('a')]: 1 }));
assert.ok(!eq({ [Symbol.for('a')]: 1 }, { [Symbol.for('a')]: 2 }));
assert.ok(eq(new Date(5), new Date(5)));
assert.ok(!eq(/a/g, /a/i));
assert.ok(eq(new Error('m'), new Error('m')));
assert.ok(!eq(new Error('m'), new Error('n')));
assert.ok(eq(Object('s'), Object('s')));
assert.ok(!eq(Object(1), Object(2)));
assert.ok(eq(new Uint8Array([1, 2]), new Uint8Array([1, 2])));
assert.ok(!eq(new Uint8Array([1]), Buffer.from([1])));
const one = { list: [] };
one.list.push(one);
const two = { list: [] };
two.list.push(two);
assert.ok(eq(one, two));
two.list.push(1);
assert.ok(!eq(one, two));
