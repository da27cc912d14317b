// timers/promises: values, options and their errors.
const assert = require('node:assert');
const { setTimeout: sleep, setImmediate: turn, setInterval: every, scheduler } = require('node:timers/promises');
(async () => {
  assert.strictEqual(await sleep(1, 'value'), 'value');
  assert.strictEqual(await turn('value'), 'value');
  await scheduler.wait(1);
  await scheduler.yield();
  await assert.rejects(sleep('1'), { code: 'ERR_INVALID_ARG_TYPE' });
  await assert.rejects(sleep(1, null, { signal: {} }), { code: 'ERR_INVALID_ARG_TYPE' });
  await assert.rejects(sleep(1, null, { ref: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
  const reason = new Error('why');
  await assert.rejects(turn(1, { signal: AbortSignal.abort(reason) }), (e) => e.name === 'AbortError' && e.cause === reason);
  const controller = new AbortController();
  await assert.rejects(async () => {
    for await (const _ of every(1, null, { signal: controller.signal })) controller.abort();
  }, { name: 'AbortError', code: 'ABORT_ERR' });
  assert.strictEqual(await require('node:util').promisify(setTimeout)(1, 'promisified'), 'promisified');
})();
