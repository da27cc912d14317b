// title: `JSON.parse` with a reviver
// activity: javascript
// at: revives | revived | parses
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

function revive(key, value) { // revives
  return typeof value === 'string' ? value.trim() : value; // revived
}
const item = JSON.stringify({ name: 'x'.repeat(80), list: [1, 2, 3], nested: { a: true, b: null } });
sized({
  first: 200,
  prepare: (n) => `[${Array(n).fill(item).join(',')}]`,
  block(text) {
    JSON.parse(text, revive); // parses
  },
});
