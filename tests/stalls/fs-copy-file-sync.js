// title: `fs.copyFileSync` of a large file
// activity: sync-call copyFileSync
// at: the call
// victims: timers
const fs = require('node:fs');
const path = require('node:path');
const { until } = require('../fixtures/stalls/stall.js');

const from = path.join(process.env.STALLS_DIR, 'from');
fs.writeFileSync(from, Buffer.alloc(16 * 1024 * 1024));
until((end) => {
  while (Date.now() < end) fs.copyFileSync(from, `${from}.copy`); // the call
});
