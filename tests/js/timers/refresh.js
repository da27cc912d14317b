// refresh() starts the duration anew, also after the timer fired; not after it was cleared.
const assert = require('node:assert');
let runs = 0;
const t = setTimeout(() => {
  if (++runs < 3) t.refresh();
}, 2);
const cleared = setTimeout(() => assert.fail('cleared'), 1);
clearTimeout(cleared);
cleared.refresh();
process.on('exit', () => assert.strictEqual(runs, 3));
