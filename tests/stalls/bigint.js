// title: `BigInt` arithmetic with large numbers
// activity: native
// at: multiplies
// located: from the second time on
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 2000,
  again: true,
  prepare: (n) => [3n ** BigInt(n), 7n ** BigInt(n)],
  block([a, b]) {
    (a * b).toString(); // multiplies
  },
});
