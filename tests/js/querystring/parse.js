// Reading query strings: repeated keys, empty parts, escapes, and no prototype.
const assert = require('node:assert');
const qs = require('node:querystring');

const same = (text, expected, ...args) => {
  const actual = qs.parse(text, ...args);
  assert.strictEqual(Object.getPrototypeOf(actual), null);
  assert.deepStrictEqual({ ...actual }, expected);
};
same('foo=bar&abc=xyz&abc=123', { foo: 'bar', abc: ['xyz', '123'] });
same('a=b=c&d&=e&&f=', { a: 'b=c', d: '', '': 'e', f: '' });
same('a+b=c%20d%2B', { 'a b': 'c d+' });
same('a:1;b:2', { a: '1', b: '2' }, ';', ':');
same('a==1&&b==2', { a: '1', b: '2' }, '&&', '==');
same('__proto__=1&hasOwnProperty=2', { ['__proto__']: '1', hasOwnProperty: '2' });
same('a=%zz&b=%', { a: '%zz', b: '%' });
same('a=%ff', { a: '\ufffd' });
same('%E4%BD%A0=%E5%A5%BD', { 你: '好' });
same('', {});
assert.deepStrictEqual({ ...qs.parse(undefined) }, {});
assert.strictEqual(qs.decode, qs.parse);
