// title: `assert.deepStrictEqual` of large values
// activity: javascript
// at: compares
// victims: timers
const assert = require('node:assert');
const { sized } = require('../fixtures/stalls/stall.js');

const make = (n) => Array.from({ length: n }, (_, i) => ({ id: i, name: `user ${i}`, tags: ['a', 'b', 'c'] }));
sized({
  first: 200,
  prepare: (n) => [make(n), make(n)],
  block([actual, expected]) {
    assert.deepStrictEqual(actual, expected); // compares
  },
});
