// title: Large Buffers: `toString('hex')`, `fill`, `indexOf`
// activity: native
// at: encodes | fills | searches
// located: from the second time on
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

sized({
  first: 200_000,
  again: true,
  prepare: (n) => Buffer.alloc(Math.min(n, 2 ** 27)),
  block(bytes) {
    bytes.toString('hex'); // encodes
    bytes.fill('abc'); // fills
    bytes.indexOf('abcd'); // searches
  },
});
