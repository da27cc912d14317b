// One microtask that runs long is JavaScript, not a flood.
const { expect } = require('../../fixtures/stalls/expect.js');

function spin() { // begin
  const end = Date.now() + 200;
  while (Date.now() < end);
} // end
expect(__filename, { type: 'javascript', first: 'begin', last: 'end' }, async () => {
  await null;
  spin();
});
