// title: A short `sort`, and then a long loop: the sort is not to blame
// activity: javascript
// at: spins
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

const words = Array.from({ length: 60_000 }, (_, i) => String((i * 7919) % 1000003));
until((end) => {
  words.sort();
  while (Date.now() < end); // spins
}, { ms: 500 });
