// Timeout and Immediate objects as Node documents them.
const assert = require('node:assert');
const t = setTimeout(() => assert.fail('cleared'), 1);
assert.strictEqual(t.hasRef(), true);
assert.strictEqual(t.unref(), t);
assert.strictEqual(t.hasRef(), false);
assert.strictEqual(t.ref(), t);
assert.strictEqual(typeof +t, 'number');
assert.strictEqual(t.close(), t);
const byNumber = setTimeout(() => assert.fail('cleared by its number'), 1);
clearTimeout(+byNumber);
const byText = setTimeout(() => assert.fail('cleared by its number as text'), 1);
clearTimeout(String(+byText));
const i = setImmediate(() => assert.fail('cleared'));
assert.strictEqual(i.hasRef(), true);
i[Symbol.dispose]();
{
  const d = setTimeout(() => assert.fail('disposed'), 1);
  d[Symbol.dispose]();
}
clearTimeout(undefined);
clearTimeout(null);
clearTimeout({});
clearInterval('no number');
clearImmediate(5);
