// A signal stops readFile and writeFile, before and while they run.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const dir = require('../../fixtures/temp_dir.js')();
const big = path.join(dir, 'big');
fs.writeFileSync(big, Buffer.alloc(32 << 20));

(async () => {
  const reason = new Error('enough');
  for (const when of ['before', 'during']) {
    for (const start of [
      (signal) => fs.promises.readFile(big, { signal }),
      (signal) => fs.promises.writeFile(path.join(dir, 'out'), Buffer.alloc(32 << 20), { signal }),
    ]) {
      const controller = new AbortController();
      if (when === 'before') controller.abort(reason);
      const promise = start(controller.signal);
      controller.abort(reason);
      await assert.rejects(promise, { name: 'AbortError', code: 'ABORT_ERR', cause: reason });
    }
  }
  const unused = new AbortController();
  assert.strictEqual((await fs.promises.readFile(big, { signal: unused.signal })).length, 32 << 20);
  assert.throws(() => fs.readFile(big, { signal: 5 }, () => {}), { code: 'ERR_INVALID_ARG_TYPE' });
})();
