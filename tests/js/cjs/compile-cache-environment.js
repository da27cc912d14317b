// NODE_COMPILE_CACHE, its relatives, and where the cache is by default.
const assert = require("node:assert");
const fs = require("node:fs");
const module_ = require("node:module");
const os = require("node:os");
const path = require("node:path");

const { DISABLED, ENABLED } = module_.constants.compileCacheStatus;
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "compile-cache-")));
try {
  for (const value of ["1", "0", ""]) {
    process.env.NODE_DISABLE_COMPILE_CACHE = value;
    const { status, directory } = module_.enableCompileCache(folder);
    assert.strictEqual(status, DISABLED);
    assert.strictEqual(directory, undefined);
    assert.strictEqual(module_.getCompileCacheDir(), undefined);
  }
  delete process.env.NODE_DISABLE_COMPILE_CACHE;
  process.env.NODE_COMPILE_CACHE = "";
  process.env.TMPDIR = folder;
  const directory = path.join(folder, "node-compile-cache");
  assert.deepStrictEqual(module_.enableCompileCache({}), { status: ENABLED, directory });
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
