// application/x-www-form-urlencoded, to the letter.
const assert = require('node:assert');

assert.strictEqual(new URLSearchParams([['a b', "é!'()*~-._@+&=%"]]).toString(), 'a+b=%C3%A9%21%27%28%29*%7E-._%40%2B%26%3D%25');
assert.deepStrictEqual([...new URLSearchParams('a+b=c%20d%2B&%zz=%&=x&&y')], [
  ['a b', 'c d+'], ['%zz', '%'], ['', 'x'], ['y', ''],
]);
assert.strictEqual(new URLSearchParams('a=%ff%C3%A9%').get('a'), '\ufffdé%');
assert.strictEqual(new URLSearchParams([['\ud800', '😀']]).toString(), '%EF%BF%BD=%F0%9F%98%80');
