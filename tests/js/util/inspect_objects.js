// Class names, null prototypes, keys that need quotes, symbols, getters, hidden properties.
const assert = require('node:assert');
const { inspect } = require('node:util');
class A { x = 1; }
class B extends A { get g() { return 1; } }

assert.strictEqual(inspect({ a: 1, 'b-c': 2, [Symbol('s')]: 3 }), "{ a: 1, 'b-c': 2, [Symbol(s)]: 3 }");
assert.strictEqual(inspect(new A()), 'A { x: 1 }');
assert.strictEqual(inspect(new B()), 'B { x: 1 }');
assert.strictEqual(inspect(A), '[class A]');
assert.strictEqual(inspect(B), '[class B extends A]');
assert.strictEqual(inspect(Object.create(null)), '[Object: null prototype] {}');
assert.strictEqual(inspect({ get a() { return 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} }),
  '{ a: [Getter], b: [Setter], c: [Getter/Setter] }');
assert.strictEqual(inspect({ get a() { return { x: 1 }; } }, { getters: true }), '{ a: [Getter] { x: 1 } }');
assert.strictEqual(inspect(Object.defineProperty({}, 'h', { value: 1 }), { showHidden: true }), '{ [h]: 1 }');
assert.strictEqual(inspect({ get [Symbol.toStringTag]() { return 'T'; } }), "{ [Symbol(Symbol.toStringTag)]: [Getter] }");
class Tagged { get [Symbol.toStringTag]() { return 'tag'; } }
assert.strictEqual(inspect(new Tagged()), 'Tagged [tag] {}');
assert.strictEqual(inspect(Object.setPrototypeOf(new Map([[1, 2]]), null)), '[Map(1): null prototype] { 1 => 2 }');
