// assert and assert.ok show the expression that was falsy.
const assert = require('node:assert');
const message = (fn) => { try { fn(); } catch (error) { return error.message; } return 'nothing thrown'; };
const text = (call) => `The expression evaluated to a falsy value:\n\n  ${call}\n`;
const { ok } = assert;

assert.strictEqual(message(() => assert(0)), text('assert(0)'));
assert.strictEqual(message(() => assert.ok(null == 5)), text('assert.ok(null == 5)'));
assert.strictEqual(message(() => ok(')' === "("[0])), text('ok(\')\' === "("[0])'));
assert.strictEqual(message(() => assert.ok(/\)/.test(`(${'x'}`))), text("assert.ok(/\\)/.test(`(${'x'}`))"));
assert.strictEqual(message(() => assert['ok'](0)), text("assert['ok'](0)"));
assert.strictEqual(message(() => {
  assert.ok(
    // a comment )
    1 ===
      2,
  );
}), text('assert.ok(\n    // a comment )\n    1 ===\n      2,\n  )'));
assert.strictEqual(message(() => assert.ok(0, 'mine')), 'mine');
assert.strictEqual(message(() => assert.ok()), 'No value argument passed to `assert.ok()`');
assert.strictEqual(message(() => assert()), 'No value argument passed to `assert.ok()`');
assert.throws(() => assert.ok(0, new TypeError('own')), TypeError);
assert.throws(() => assert.ok(false), { actual: false, expected: true, operator: '==', generatedMessage: true, code: 'ERR_ASSERTION' });
