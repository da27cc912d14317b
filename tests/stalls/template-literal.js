// title: A template literal with a large list in it
// activity: javascript|gc
// at: renders | lists
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 500,
  prepare: (n) => Array.from({ length: n }, (_, i) => ({ id: i, title: `title ${i}` })),
  block(items) {
    return `<ul>${items // lists
      .map((item) => `<li id="i${item.id}">${item.title.replace(/[&<>]/g, '').toUpperCase()}</li>`) // renders
      .join('\n')}</ul>`;
  },
});
