// depth, circular references, and the reference marks.
const assert = require('node:assert');
const { inspect } = require('node:util');

const deep = { a: { b: { c: { d: 1 } } } };
assert.strictEqual(inspect(deep), '{ a: { b: { c: [Object] } } }');
assert.strictEqual(inspect(deep, { depth: 0 }), '{ a: [Object] }');
assert.strictEqual(inspect(deep, { depth: null }), '{\n  a: { b: { c: { d: 1 } } }\n}');
assert.strictEqual(inspect([[[[]]]]), '[ [ [ [] ] ] ]');
assert.strictEqual(inspect([[[[1]]]]), '[ [ [ [Array] ] ] ]');
const self = { name: 'x' };
self.self = self;
assert.strictEqual(inspect(self), "<ref *1> { name: 'x', self: [Circular *1] }");
const two = { a: {} };
two.a.b = two.a;
two.c = two;
assert.strictEqual(inspect(two), '<ref *2> { a: <ref *1> { b: [Circular *1] }, c: [Circular *2] }');
let nested = {};
for (let i = 0; i < 200000; i++) nested = { nested };
assert.match(inspect(nested, { depth: null }), /Inspection interrupted prematurely/);
