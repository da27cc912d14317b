// A decoder of the caller's own; when it throws, the built-in one steps in.
const assert = require('node:assert');
const qs = require('node:querystring');

const seen = [];
const decodeURIComponent = (text) => {
  seen.push(text);
  if (text === 'bad') throw new Error('no');
  return text.toUpperCase();
};
assert.deepStrictEqual({ ...qs.parse('a=b+c&d=bad', null, null, { decodeURIComponent }) }, { A: 'B%20C', D: 'bad' });
assert.deepStrictEqual(seen, ['a', 'b%20c', 'd', 'bad']);

const before = qs.unescape;
qs.unescape = (text) => `<${text}>`;
assert.deepStrictEqual({ ...qs.parse('a=b') }, { '<a>': '<b>' });
qs.unescape = before;
