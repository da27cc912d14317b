// title: A regular expression that backtracks without end
// activity: javascript
// at: matches
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

until(function validate() {
  for (let n = 20; n < 40; n++) {
    const start = Date.now();
    /^(a+)+$/.test(`${'a'.repeat(n)}b`); // matches
    if (Date.now() - start > 120) return;
  }
});
