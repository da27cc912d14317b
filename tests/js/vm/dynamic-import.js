const assert = require("node:assert");
const vm = require("node:vm");
(async () => {
  await assert.rejects(vm.runInThisContext('import("node:fs")'), {
    name: "TypeError",
    code: "ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING",
    message: "A dynamic import callback was not specified.",
  });
  const { USE_MAIN_CONTEXT_DEFAULT_LOADER } = vm.constants;
  const options = { importModuleDynamically: USE_MAIN_CONTEXT_DEFAULT_LOADER, filename: __filename };
  assert.strictEqual((await vm.runInThisContext('import("node:fs")', options)).default, require("fs"));
  const relative = await vm.runInThisContext('import("../../fixtures/modules/values/no-default.mjs")', options);
  assert.strictEqual(relative.a, 1);
  const compiled = vm.compileFunction('return import("node:path")', [], options);
  assert.strictEqual((await compiled()).default, require("path"));
})();
