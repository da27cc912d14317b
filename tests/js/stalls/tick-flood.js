// expect-stderr: process.nextTick flood
// Ticks that queue ticks: the function that feeds them is named.
const { expect } = require('../../fixtures/stalls/expect.js');

const state = { end: 0 };
function feed() { // begin
  if (Date.now() < state.end) process.nextTick(feed);
} // end
expect(__filename, { type: 'tick-flood', first: 'begin', last: 'end' }, () => {
  state.end = Date.now() + 300;
  feed();
});
