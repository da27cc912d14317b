// Holes, more items, extra keys, and the columns of long arrays.
const assert = require('node:assert');
const { inspect } = require('node:util');

assert.strictEqual(inspect([1, , 3]), '[ 1, <1 empty item>, 3 ]');
assert.strictEqual(inspect(new Array(5)), '[ <5 empty items> ]');
assert.strictEqual(inspect(Object.assign([1], { x: 2 })), '[ 1, x: 2 ]');
assert.strictEqual(inspect([1, 2, 3, 4], { maxArrayLength: 2 }), '[ 1, 2, ... 2 more items ]');
assert.strictEqual(inspect(Array.from({ length: 27 }, (_, i) => i)), `[
   0,  1,  2,  3,  4,  5,  6,  7,
   8,  9, 10, 11, 12, 13, 14, 15,
  16, 17, 18, 19, 20, 21, 22, 23,
  24, 25, 26
]`);
assert.strictEqual(inspect(Array.from({ length: 10 }, (_, i) => i * 100)), `[
    0, 100, 200, 300,
  400, 500, 600, 700,
  800, 900
]`);
assert.strictEqual(inspect(['aa', 'b', 'cccc', 'd', 'eee', 'f', 'g', 'hhhhhh']), `[
  'aa',   'b',
  'cccc', 'd',
  'eee',  'f',
  'g',    'hhhhhh'
]`);
assert.match(inspect(Array.from({ length: 200 }, () => 1)), /\.\.\. 100 more items\n\]$/);
