// title: A trap of a `Proxy` that takes long
// activity: javascript
// at: looks
// caller: reads
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

let until_ = 0;
const config = new Proxy({}, {
  get(target, key) {
    while (Date.now() < until_); // looks
    return target[key];
  },
});
until((end) => {
  until_ = end;
  config.port; // reads
});
