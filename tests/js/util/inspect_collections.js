// Maps, sets, their iterators, typed arrays, buffers, weak collections.
const assert = require('node:assert');
const { inspect } = require('node:util');

assert.strictEqual(inspect(new Map([[1, { a: 2 }], ['k', [3]]])), "Map(2) { 1 => { a: 2 }, 'k' => [ 3 ] }");
assert.strictEqual(inspect(new Set([1, 'a'])), "Set(2) { 1, 'a' }");
const map = new Map([[1, 2]]);
assert.strictEqual(inspect(map.entries()), '[Map Entries] { [ 1, 2 ] }');
assert.strictEqual(inspect(map.keys()), '[Map Iterator] { 1 }');
const it = new Set([1, 2, 3]).values();
it.next();
assert.strictEqual(inspect(it), '[Set Iterator] { 2, 3 }');
assert.strictEqual(it.next().value, 2);
assert.strictEqual(inspect(new Uint8Array(3)), 'Uint8Array(3) [ 0, 0, 0 ]');
assert.strictEqual(inspect(new BigInt64Array(1)), 'BigInt64Array(1) [ 0n ]');
assert.strictEqual(inspect(Buffer.from('hi')), '<Buffer 68 69>');
assert.strictEqual(inspect(new ArrayBuffer(2)), 'ArrayBuffer { [Uint8Contents]: <00 00>, byteLength: 2 }');
assert.strictEqual(inspect(new WeakSet([{ a: 1 }])), 'WeakSet { <items unknown> }');
assert.strictEqual(inspect(new WeakMap([[map, 1]]), { showHidden: true }), 'WeakMap { Map(1) { 1 => 2 } => 1 }');
assert.match(inspect(new WeakSet([{ a: 1 }]), { showHidden: true }), /^WeakSet \{ \{ a: 1 \} \}$/);
