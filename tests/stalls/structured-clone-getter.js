// title: A getter that takes long, called by `structuredClone`
// activity: javascript
// at: computes
// caller: clones
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

until((end) => {
  const report = {
    get total() {
      let sum = 0;
      while (Date.now() < end) sum += 1; // computes
      return sum;
    },
  };
  structuredClone(report); // clones
});
