// title: `fs.statSync` and `fs.existsSync`: many short calls
// activity: sync-call statSync|existsSync
// at: stats | exists
// victims: timers
const fs = require('node:fs');
const { until } = require('../fixtures/stalls/stall.js');

const deep = `/proc/self/task/${'../task/'.repeat(400)}`;
until((end) => {
  while (Date.now() < end) {
    for (let i = 0; i < 20; i++) fs.statSync(deep); // stats
    for (let i = 0; i < 20; i++) fs.existsSync(deep); // exists
  }
});
