// title: `String.prototype.replaceAll` on a large text
// activity: native|gc
// at: replaces
// located: from the second time on
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 20_000,
  again: true,
  prepare: (n) => 'a,b;'.repeat(n),
  block(text) {
    text.replaceAll(';', '\r\n'); // replaces
  },
});
