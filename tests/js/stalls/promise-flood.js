// expect-stderr: microtask flood
// Promise reactions that queue promise reactions: the function that feeds them is named.
const { expect } = require('../../fixtures/stalls/expect.js');

const state = { end: 0 };
function feed() { // begin
  if (Date.now() < state.end) Promise.resolve().then(feed);
} // end
expect(__filename, { type: 'microtask-flood', first: 'begin', last: 'end' }, () => {
  state.end = Date.now() + 300;
  feed();
});
