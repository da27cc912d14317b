// title: One tick that runs long
// activity: javascript
// at: spins
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

until((end) => {
  process.nextTick(() => {
    while (Date.now() < end); // spins
  });
});
