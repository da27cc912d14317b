// title: `fs.readdirSync` of a tree
// activity: sync-call readdirSync
// at: the call
// victims: timers
const fs = require('node:fs');
const path = require('node:path');
const { until } = require('../fixtures/stalls/stall.js');

const tree = path.join(process.env.STALLS_DIR, 'tree');
for (let i = 0; i < 20; i++) {
  fs.mkdirSync(path.join(tree, `${i}`), { recursive: true });
  for (let j = 0; j < 50; j++) fs.writeFileSync(path.join(tree, `${i}`, `${j}`), '');
}
until((end) => {
  while (Date.now() < end) fs.readdirSync(tree, { recursive: true }); // the call
});
