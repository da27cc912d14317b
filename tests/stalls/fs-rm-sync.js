// title: `fs.rmSync` of a tree
// activity: sync-call rmSync
// at: the call
// victims: timers
const fs = require('node:fs');
const path = require('node:path');
const { sized } = require('../fixtures/stalls/stall.js');

let trees = 0;
sized({
  first: 50,
  prepare(n) {
    const tree = path.join(process.env.STALLS_DIR, `tree${trees++}`);
    fs.mkdirSync(tree);
    for (let i = 0; i < n; i++) fs.writeFileSync(path.join(tree, `${i}`), '');
    return tree;
  },
  block(tree) {
    fs.rmSync(tree, { recursive: true }); // the call
  },
});
