// expect-stderr: cause   (waiting for a CPU.* meanwhile in )?JavaScript\n  at      spin \(.*busy-loop\.js
// A busy loop: the function that spins is named.
const { expect } = require('../../fixtures/stalls/expect.js');

function spin() { // begin
  const end = Date.now() + 200;
  let n = 0;
  while (Date.now() < end) n += Math.sqrt(n);
  return n;
} // end
expect(__filename, { type: 'javascript', first: 'begin', last: 'end' }, () => spin());
