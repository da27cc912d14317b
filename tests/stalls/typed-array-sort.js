// title: `sort` of a typed array
// activity: native
// at: sorts
// located: from the second time on
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 20_000,
  again: true,
  prepare: (n) => Float64Array.from({ length: n }, (_, i) => (i * 7919) % 1000003),
  block(numbers) {
    numbers.sort(); // sorts
  },
});
