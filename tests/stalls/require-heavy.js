// title: `require` of a module whose top-level code takes long
// activity: javascript
// at: ../fixtures/stalls/heavy-module.js computes
// caller: requires
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

until(function route() {
  require('../fixtures/stalls/heavy-module.js'); // requires
});
