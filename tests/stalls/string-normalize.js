// title: `String.prototype.normalize` of a large text
// activity: native
// at: normalizes
// located: from the second time on
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 10_000,
  again: true,
  prepare: (n) => 'é\u0301a'.repeat(n),
  block(text) {
    text.normalize('NFD'); // normalizes
  },
});
