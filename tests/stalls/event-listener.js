// title: A listener of an event
// activity: javascript
// at: listens
// caller: emits
// victims: timers
const { EventEmitter } = require('node:events');
const { until } = require('../fixtures/stalls/stall.js');

const jobs = new EventEmitter();
jobs.on('job', (end) => {
  while (Date.now() < end); // listens
});
until((end) => {
  jobs.emit('job', end); // emits
});
