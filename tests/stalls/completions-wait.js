// title: A busy loop while finished file requests wait
// activity: javascript
// at: spins
// victims: completions
const fs = require('node:fs');
const { until } = require('../fixtures/stalls/stall.js');

until((end) => {
  while (Date.now() < end); // spins
}, { victims: (done) => fs.stat(__filename, done) });
