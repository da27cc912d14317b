// title: `fs.appendFileSync` in a loop: a log that is written synchronously
// activity: sync-call appendFileSync
// at: the call
// victims: timers
const fs = require('node:fs');
const path = require('node:path');
const { until } = require('../fixtures/stalls/stall.js');

const file = path.join(process.env.STALLS_DIR, 'app.log');
function log(line) {
  fs.appendFileSync(file, line); // the call
}
until((end) => {
  const line = Buffer.alloc(64 * 1024, 'x');
  while (Date.now() < end) log(line);
});
