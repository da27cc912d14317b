// Callbacks must be functions; durations are clamped to 1 ms, with a warning where Node warns.
const assert = require('node:assert');
for (const set of [setTimeout, setInterval, setImmediate]) {
  for (const bad of [undefined, null, 'code()', 5, {}]) {
    assert.throws(() => set(bad, 1), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' });
  }
}
const warnings = [];
process.on('warning', (w) => warnings.push(w.name));
const start = performance.now();
setTimeout(() => assert(performance.now() - start < 1000), 2 ** 31);
setTimeout((...args) => assert.deepStrictEqual(args, [1, 2, 3]), 'text', 1, 2, 3);
setTimeout(() => {}, -5);
process.on('exit', () =>
  assert.deepStrictEqual(warnings.sort(), ['TimeoutNaNWarning', 'TimeoutNegativeWarning', 'TimeoutOverflowWarning']));
