// title: `require` of many files
// activity: sync-call require
// at: requires
// victims: timers
const fs = require('node:fs');
const path = require('node:path');
const { sized } = require('../fixtures/stalls/stall.js');

let files = 0;
sized({
  first: 4,
  prepare(n) {
    return Array.from({ length: n }, () => {
      const file = path.join(process.env.STALLS_DIR, `module${files++}.js`);
      fs.writeFileSync(file, `exports.f = (a) => a + ${files};\n`.repeat(100));
      return file;
    });
  },
  block(modules) {
    for (const file of modules) require(file); // requires
  },
});
