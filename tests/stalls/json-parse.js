// title: `JSON.parse` of a large text
// activity: sync-call JSON.parse
// at: parses
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

const item = JSON.stringify({ name: 'x'.repeat(80), list: [1, 2, 3], nested: { a: true, b: null } });
sized({
  first: 2000,
  prepare: (n) => `[${Array(n).fill(item).join(',')}]`,
  block(text) {
    JSON.parse(text); // parses
  },
});
