// title: `Array.prototype.join` of a large array
// activity: native
// at: joins
// located: from the second time on
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 5000,
  again: true,
  prepare: (n) => Array.from({ length: n }, (_, i) => i * 1.5),
  block(numbers) {
    numbers.join(','); // joins
  },
});
