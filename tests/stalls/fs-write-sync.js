// title: `fs.writeSync` and `fs.fsyncSync`, over and over
// activity: sync-call writeSync|fsyncSync
// at: writes | syncs
// victims: timers
const fs = require('node:fs');
const path = require('node:path');
const { until } = require('../fixtures/stalls/stall.js');

const fd = fs.openSync(path.join(process.env.STALLS_DIR, 'journal'), 'w');
const record = Buffer.alloc(256 * 1024);
until((end) => {
  while (Date.now() < end) {
    fs.writeSync(fd, record, 0, record.length, 0); // writes
    fs.fsyncSync(fd); // syncs
  }
});
