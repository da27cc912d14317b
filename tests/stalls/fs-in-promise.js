// title: `fs.readFileSync` after an `await`: in a microtask
// activity: sync-call readFileSync
// at: the call
// victims: timers
const fs = require('node:fs');
const path = require('node:path');
const { until } = require('../fixtures/stalls/stall.js');

const file = path.join(process.env.STALLS_DIR, 'large.bin');
fs.writeFileSync(file, Buffer.alloc(16 * 1024 * 1024));
until(async (end) => {
  await null;
  while (Date.now() < end) fs.readFileSync(file); // the call
});
