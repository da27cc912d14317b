// A URL and its searchParams are always of one mind.
const assert = require('node:assert');

const u = new URL('http://a/?x=1#h');
const p = u.searchParams;
assert.strictEqual(p, u.searchParams);
p.append('y', 'a b');
assert.strictEqual(u.href, 'http://a/?x=1&y=a+b#h');
u.search = '?q=2';
assert.strictEqual(p.get('q'), '2');
assert.strictEqual(p.has('x'), false);
p.delete('q');
assert.strictEqual(u.href, 'http://a/#h');
u.href = 'http://b/?k=v';
assert.deepStrictEqual([...p], [['k', 'v']]);
p.set('k', '&');
assert.strictEqual(u.search, '?k=%26');
const seen = [];
const v = new URL('http://a/?a=1&b=2&c=3');
for (const [name] of v.searchParams) {
  seen.push(name);
  v.searchParams.delete(name);
}
assert.deepStrictEqual(seen, ['a', 'c']);
