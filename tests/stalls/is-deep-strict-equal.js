// title: `util.isDeepStrictEqual` of sets of objects
// activity: javascript
// at: compares
// victims: timers
const util = require('node:util');
const { sized } = require('../fixtures/stalls/stall.js');

const make = (n) => new Map(Array.from({ length: n }, (_, i) => [`user ${i}`, { id: i, tags: ['a', 'b', 'c'] }]));
sized({
  first: 200,
  prepare: (n) => [make(n), make(n)],
  block([a, b]) {
    util.isDeepStrictEqual(a, b); // compares
  },
});
