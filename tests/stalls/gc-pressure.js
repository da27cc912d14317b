// title: Garbage collection: many small objects that stay
// activity: gc
// at: counts | clears | links
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

let list = null;
until(function fill(end) {
  for (let batch = 0; Date.now() < end; batch++) { // counts
    if (batch % 300 === 0) list = null; // clears
    for (let i = 0; i < 10_000; i++) list = { value: i, next: list }; // links
  }
}, { ms: 400 });
