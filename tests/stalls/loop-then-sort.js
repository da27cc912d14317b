// title: A short loop, and then a long `sort` without a comparator: the loop is not to blame
// activity: native
// at: sorts
// located: from the second time on
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 2000,
  again: true,
  ms: 400,
  prepare: (n) => Array.from({ length: n }, (_, i) => String((i * 7919) % 1000003)),
  block(words) {
    if (words.length > 100_000) for (const end = Date.now() + 60; Date.now() < end;);
    words.sort(); // sorts
  },
});
