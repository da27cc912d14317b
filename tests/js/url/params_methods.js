// The methods of URLSearchParams.
const assert = require('node:assert');

const p = new URLSearchParams('a=1&b=2&a=3');
assert.strictEqual(p.size, 3);
assert.strictEqual(p.get('a'), '1');
assert.strictEqual(p.get('z'), null);
assert.deepStrictEqual(p.getAll('a'), ['1', '3']);
assert.strictEqual(p.has('a', '3'), true);
assert.strictEqual(p.has('a', '4'), false);
assert.strictEqual(p.has('a', undefined), true);
p.set('a', 'x');
assert.strictEqual(String(p), 'a=x&b=2');
p.append('b', 4);
p.delete('b', '2');
assert.strictEqual(String(p), 'a=x&b=4');
p.delete('b');
assert.strictEqual(String(p), 'a=x');
const seen = [];
p.forEach(function (value, name, all) { seen.push(value, name, all === p, this.t); }, { t: 1 });
assert.deepStrictEqual(seen, ['x', 'a', true, 1]);
assert.throws(() => p.forEach(), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => p.get(), { code: 'ERR_MISSING_ARGS' });
assert.throws(() => p.append('a'), { message: 'The "name" and "value" arguments must be specified' });
const sorted = new URLSearchParams('z=1&a=2&z=0&\u{1F308}=1&\uFB03=2');
sorted.sort();
assert.deepStrictEqual([...sorted.keys()], ['a', 'z', 'z', '\u{1F308}', '\uFB03']);
assert.deepStrictEqual(sorted.getAll('z'), ['1', '0']);
