// title: `map`, `filter` and `reduce` over a large array
// activity: javascript|gc
// at: maps | filters | reduces
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 5000,
  prepare: (n) => Array.from({ length: n }, (_, i) => ({ price: String(i) })),
  block(items) {
    return items
      .map((item) => Number.parseFloat(item.price) * 1.2) // maps
      .filter((price) => String(price).length > 3) // filters
      .reduce((sum, price) => sum + Math.sqrt(price), 0); // reduces
  },
});
