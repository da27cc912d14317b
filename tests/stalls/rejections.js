// title: A listener of `unhandledRejection` that takes long
// activity: javascript
// at: handles
// victims: timers
const { until } = require('../fixtures/stalls/stall.js');

process.on('unhandledRejection', (end) => {
  while (Date.now() < end); // handles
});
until((end) => {
  Promise.reject(end);
});
