// title: A busy loop in user code
// activity: javascript
// at: spins
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

until(function handler(end) {
  while (Date.now() < end); // spins
});
