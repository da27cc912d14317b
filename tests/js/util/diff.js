// util.diff: by character for strings, by element for lists.
// not-on-node: Node 20 has no util.diff
const assert = require('node:assert');
const { diff } = require('node:util');
assert.deepStrictEqual(diff(['1', '2', '3'], ['1', '3', '4']), [[0, '1'], [1, '2'], [0, '3'], [-1, '4']]);
assert.deepStrictEqual(diff('12345678', '12!!5!7!').map(([op]) => op), [0, 0, 1, 1, -1, -1, 0, 1, -1, 0, 1, -1]);
assert.deepStrictEqual(diff('same', 'same'), []);
assert.throws(() => diff(5, 'x'), { code: 'ERR_INVALID_ARG_TYPE' });
