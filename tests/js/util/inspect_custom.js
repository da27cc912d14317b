// Symbol.for('nodejs.util.inspect.custom'): depth, options, inspect itself, indentation of the result.
const assert = require('node:assert');
const { inspect } = require('node:util');
const custom = Symbol.for('nodejs.util.inspect.custom');
assert.strictEqual(inspect.custom, custom);

let seen;
const object = { [custom](depth, options, fn) { seen = [depth, options, fn]; return 'shown'; } };
assert.strictEqual(inspect({ a: object }), '{ a: shown }');
assert.strictEqual(seen[0], 1);
assert.strictEqual(typeof seen[1].stylize, 'function');
assert.strictEqual(seen[2], inspect);
assert.strictEqual(inspect({ a: { [custom]: () => 'x\ny' } }), '{\n  a: x\n  y\n}');
assert.strictEqual(inspect({ a: { [custom]: () => ({ b: 1 }) } }), '{ a: { b: 1 } }');
assert.strictEqual(inspect({ a: { [custom]() { return this; }, z: 1 } }, { customInspect: true }).includes('z: 1'), true);
assert.match(inspect(object, { customInspect: false }), /\[Symbol\(nodejs\.util\.inspect\.custom\)\]/);
assert.strictEqual(inspect({ a: { [custom]: (d, o) => o.stylize('s', 'number') } }, { colors: true }), '{ a: \x1b[33ms\x1b[39m }');
