// title: `fs.openSync` of a FIFO whose other end nobody has opened
// activity: sync-call openSync
// at: the call
// victims: timers
// fifo: opened after 250 ms
const fs = require('node:fs');
const { until } = require('../fixtures/stalls/stall.js');

until(() => {
  console.log('ready');
  fs.closeSync(fs.openSync(process.env.STALLS_FIFO)); // the call
});
