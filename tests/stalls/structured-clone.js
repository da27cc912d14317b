// title: `structuredClone` of a large value
// activity: sync-call structuredClone
// at: clones
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 1000,
  prepare: (n) => Array.from({ length: n }, (_, i) => ({ id: i, name: `user ${i}`, tags: ['a', 'b', 'c'] })),
  block(value) {
    structuredClone(value); // clones
  },
});
