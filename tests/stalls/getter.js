// title: A getter that takes long
// activity: javascript
// at: computes
// caller: reads
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

const report = {
  end: 0,
  get total() {
    let sum = 0;
    while (Date.now() < this.end) sum += 1; // computes
    return sum;
  },
};
until((end) => {
  report.end = end;
  report.total; // reads
});
