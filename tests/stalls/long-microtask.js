// title: One microtask that runs long
// activity: javascript
// at: spins
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

until(async (end) => {
  await null;
  while (Date.now() < end); // spins
});
