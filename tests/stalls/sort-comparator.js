// title: `Array.prototype.sort` with a comparator
// activity: javascript
// at: compares | sorts
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

const byName = (a, b) => a.name.localeCompare(b.name); // compares
sized({
  first: 200,
  prepare: (n) => Array.from({ length: n }, (_, i) => ({ name: `user ${(i * 7919) % 1000003}` })),
  block(users) {
    users.sort(byName); // sorts
  },
});
