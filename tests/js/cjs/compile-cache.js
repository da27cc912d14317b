const assert = require("node:assert");
const fs = require("node:fs");
const module_ = require("node:module");
const os = require("node:os");
const path = require("node:path");

const { compileCacheStatus } = module_.constants;
assert.deepStrictEqual({ ...compileCacheStatus }, { FAILED: 0, ENABLED: 1, ALREADY_ENABLED: 2, DISABLED: 3 });
assert(Object.isFrozen(compileCacheStatus));
delete process.env.NODE_DISABLE_COMPILE_CACHE;

const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "compile-cache-")));
try {
  fs.writeFileSync(path.join(folder, "a.js"), "module.exports = (a) => a + 1;");
  fs.writeFileSync(path.join(folder, "file"), "");
  assert.strictEqual(module_.getCompileCacheDir(), undefined);
  assert.strictEqual(module_.flushCompileCache(), undefined); // nothing to do

  // What is no directory is told, not thrown; another one may be tried then.
  const failed = module_.enableCompileCache(path.join(folder, "file"));
  assert.strictEqual(failed.status, compileCacheStatus.FAILED);
  assert.match(failed.message, /^Cannot create cache directory: /);
  assert.strictEqual(failed.directory, undefined);
  assert.strictEqual(module_.getCompileCacheDir(), undefined);

  const directory = path.join(folder, "deep/cache");
  assert.deepStrictEqual(module_.enableCompileCache({ directory }), { status: compileCacheStatus.ENABLED, directory });
  const used = module_.getCompileCacheDir();
  assert.strictEqual(path.dirname(used), directory);
  assert.deepStrictEqual(module_.enableCompileCache(path.join(folder, "other")), {
    status: compileCacheStatus.ALREADY_ENABLED,
    directory: used,
  });

  assert.strictEqual(require(path.join(folder, "a.js"))(1), 2);
  assert.deepStrictEqual(fs.readdirSync(used), []);
  module_.flushCompileCache();
  assert.strictEqual(fs.readdirSync(used).length, 1);

  // From the cache.
  delete require.cache[path.join(folder, "a.js")];
  assert.strictEqual(require(path.join(folder, "a.js"))(2), 3);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
