// title: `fs.readSync` of a pipe that has nothing yet
// activity: sync-call readSync
// at: the call
// victims: timers
// fifo: written after 250 ms
const fs = require('node:fs');
const { until } = require('../fixtures/stalls/stall.js');

const fd = fs.openSync(process.env.STALLS_FIFO, 'r+');
until(() => {
  console.log('ready');
  fs.readSync(fd, Buffer.alloc(1)); // the call
});
