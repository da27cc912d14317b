const assert = require("node:assert");
const swapped = (method, size) => {
  const b = Buffer.from(Array.from({ length: size }, (_, i) => i));
  assert.strictEqual(b[method](), b);
  return [...b];
};
assert.deepStrictEqual(swapped("swap16", 4), [1, 0, 3, 2]);
assert.deepStrictEqual(swapped("swap32", 4), [3, 2, 1, 0]);
assert.deepStrictEqual(swapped("swap64", 8), [7, 6, 5, 4, 3, 2, 1, 0]);
assert.strictEqual(swapped("swap16", 1000)[999], 998 % 256);
const odd = Buffer.from([9, 1, 2, 3, 4]).subarray(1);
assert.deepStrictEqual([...odd.swap16()], [2, 1, 4, 3]);
assert.throws(() => Buffer.alloc(3).swap16(), {
  code: "ERR_INVALID_BUFFER_SIZE",
  name: "RangeError",
  message: "Buffer size must be a multiple of 16-bits",
});
