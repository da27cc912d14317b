// title: Compiling a large source text (`new Function`)
// activity: native
// at: compiles
// located: from the second time on
// victims: timers
const { sized } = require('../fixtures/stalls/stall.js');

let version = 0;
sized({
  first: 500,
  again: true,
  prepare: (n) => `return [${version++}${',[1, { a: "b", c: [2, 3] }]'.repeat(n)}]`,
  block(source) {
    new Function(source); // compiles
  },
});
