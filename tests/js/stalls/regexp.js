// A regular expression that backtracks without end: the line that runs it is named.
const { expect } = require('../../fixtures/stalls/expect.js');

expect(__filename, { type: 'javascript', first: 'the match' }, function match() {
  for (let n = 24; n < 40; n++) {
    const start = Date.now();
    /^(a+)+$/.test('a'.repeat(n) + 'b'); // the match
    if (Date.now() - start > 120) return;
  }
});
