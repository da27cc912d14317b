// util.inherits and super_.
const assert = require('node:assert');
const util = require('node:util');
function Parent() {}
Parent.prototype.hi = () => 'hi';
function Child() {}
util.inherits(Child, Parent);
assert.strictEqual(new Child().hi(), 'hi');
assert.ok(new Child() instanceof Parent);
assert.strictEqual(Child.super_, Parent);
assert.deepStrictEqual(Object.keys(Child), []);
assert.throws(() => util.inherits(Child), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => util.inherits(Child, () => {}), { message: /superCtor\.prototype/ });
