// 50 MB of JSON: the line that parses it is named, although V8 looks for no interrupt meanwhile.
const { expect } = require('../../fixtures/stalls/expect.js');

const item = JSON.stringify({ name: 'x'.repeat(80), list: [1, 2, 3], nested: { a: true, b: null } });
const text = `[${Array(Math.ceil(50e6 / item.length)).fill(item).join(',')}]`;

function innocent() {
  let n = 0;
  for (let i = 0; i < 1000; i++) n += i;
  return n;
}
expect(__filename, { type: 'sync-call', name: 'JSON.parse', first: 'the parse' }, function parse() {
  const value = JSON.parse(text); // the parse
  innocent(value.length);
});
