// title: `Array.prototype.sort` without a comparator
// activity: native
// at: sorts
// located: from the second time on
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 2000,
  again: true,
  prepare: (n) => Array.from({ length: n }, (_, i) => String((i * 7919) % 1000003)),
  block(words) {
    words.sort(); // sorts
  },
});
