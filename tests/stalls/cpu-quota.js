// title: A container whose CPU quota is used up: a cgroup with 20 % of a CPU
// activity: javascript
// cause: cpu-wait
// throttled: most of it
// at: spins
// victims: timers
// quota: 20 %
const { until } = require('../fixtures/stalls/stall.js');

until((end) => {
  while (Date.now() < end); // spins
}, { ms: 400 });
