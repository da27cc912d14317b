// title: `util.inspect` of a large value, as `console.log` does it
// activity: javascript
// at: shows
// victims: timers
const util = require('node:util');
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 50,
  prepare: (n) => Array.from({ length: n }, (_, i) => ({ id: i, name: `user ${i}`, tags: ['a', 'b', 'c'] })),
  block(value) {
    util.inspect(value, { maxArrayLength: null, depth: null }); // shows
  },
});
