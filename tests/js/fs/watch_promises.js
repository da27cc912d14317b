// fs.promises.watch is an asynchronous iterable that a signal ends.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
(async () => {
  const controller = new AbortController();
  setTimeout(() => fs.writeFileSync(path.join(dir, 'f'), ''), 20);
  await assert.rejects(async () => {
    for await (const event of fs.promises.watch(dir, { signal: controller.signal })) {
      assert.strictEqual(event.filename, 'f');
      controller.abort();
    }
  }, { name: 'AbortError' });
  setTimeout(() => fs.writeFileSync(path.join(dir, 'g'), ''), 20);
  for await (const { eventType } of fs.promises.watch(dir)) {
    assert.strictEqual(eventType, 'rename');
    break;
  }
})();
