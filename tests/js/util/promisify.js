// util.promisify: results, errors, `this`, the custom symbol, properties.
const assert = require('node:assert');
const { promisify } = require('node:util');

(async () => {
  assert.strictEqual(await promisify((a, b, cb) => cb(null, a + b))(1, 2), 3);
  await assert.rejects(promisify((cb) => cb(new TypeError('no')))(), TypeError);
  const object = { n: 5, get(cb) { cb(null, this.n); } };
  assert.strictEqual(await promisify(object.get).call(object), 5);
  function withCustom() {}
  withCustom[promisify.custom] = () => Promise.resolve('custom');
  assert.strictEqual(await promisify(withCustom)(), 'custom');
  assert.strictEqual(promisify(promisify(withCustom)), promisify(withCustom));
  function named(cb) { cb(); }
  named.extra = 1;
  assert.strictEqual(promisify(named).name, 'named');
  assert.strictEqual(promisify(named).extra, 1);
  assert.throws(() => promisify(5), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.strictEqual(await promisify(setTimeout)(1, 'late'), 'late');
})();
