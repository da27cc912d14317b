// title: A busy machine: other processes have the CPU
// activity: javascript
// cause: cpu-wait
// at: spins
// victims: timers
// burners: 3
const { until } = require('../fixtures/stalls/stall.js');

until((end) => {
  while (Date.now() < end); // spins
}, { ms: 400 });
