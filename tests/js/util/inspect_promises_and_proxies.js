// What JavaScript alone cannot see: the state of a promise, the target of a proxy.
const assert = require('node:assert');
const { inspect } = require('node:util');

assert.strictEqual(inspect(Promise.resolve(1)), 'Promise { 1 }');
assert.strictEqual(inspect(new Promise(() => {})), 'Promise { <pending> }');
const rejected = Promise.reject(3);
rejected.catch(() => {});
assert.strictEqual(inspect(rejected), 'Promise { <rejected> 3 }');
let traps = 0;
const proxy = new Proxy({ a: 1 }, new Proxy({}, { get() { traps++; } }));
assert.strictEqual(inspect(proxy), '{ a: 1 }');
assert.strictEqual(traps, 0);
assert.strictEqual(inspect(new Proxy({ a: 1 }, { h: 2 }), { showProxy: true }), 'Proxy [ { a: 1 }, { h: 2 } ]');
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
assert.strictEqual(inspect(revoked), '<Revoked Proxy>');
assert.strictEqual(inspect((function* g() {})()), 'Object [Generator] {}');
assert.strictEqual(inspect((function () { return arguments; })(1)), "[Arguments] { '0': 1 }");
