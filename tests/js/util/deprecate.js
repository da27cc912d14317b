// util.deprecate warns once per code; the function still works, also as a constructor.
const assert = require('node:assert');
const util = require('node:util');
const warnings = [];
process.removeAllListeners('warning');
process.on('warning', (w) => warnings.push(`${w.name} ${w.code} ${w.message}`));

const old = util.deprecate((a) => a + 1, 'use new()', 'DEP9999');
assert.strictEqual(old(1), 2);
assert.strictEqual(old(2), 3);
util.deprecate(() => {}, 'other text', 'DEP9999')();
class Thing { constructor(x) { this.x = x; } }
const OldThing = util.deprecate(Thing, 'no more things');
assert.ok(new OldThing(3) instanceof Thing);
assert.strictEqual(new OldThing(4).x, 4);
setImmediate(() => {
  assert.deepStrictEqual(warnings, ['DeprecationWarning DEP9999 use new()', 'DeprecationWarning undefined no more things']);
});
