// title: `JSON.stringify` of a large value
// activity: javascript
// at: stringifies
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 2000,
  prepare: (n) => Array.from({ length: n }, (_, i) => ({ id: i, name: `user ${i}`, tags: ['a', 'b', 'c'] })),
  block(value) {
    JSON.stringify(value); // stringifies
  },
});
