const assert = require("node:assert");
(async () => {
  await assert.rejects(import("@scope-only"), {
    code: "ERR_INVALID_MODULE_SPECIFIER",
    message: `Invalid module "@scope-only" is not a valid package name imported from ${__filename}`,
  });
  await assert.rejects(import("./a%2fb.js"), { code: "ERR_INVALID_MODULE_SPECIFIER" });
  await assert.rejects(import("#"), {
    code: "ERR_INVALID_MODULE_SPECIFIER",
    message: `Invalid module "#" is not a valid internal imports specifier name imported from ${__filename}`,
  });
  await assert.rejects(import("https://example.org/x.js"), { code: "ERR_UNSUPPORTED_ESM_URL_SCHEME" });
  await assert.rejects(import("file://host/x.js"), { code: "ERR_INVALID_FILE_URL_HOST" });
  await assert.rejects(import({ toString() { throw new TypeError("mine"); } }), { message: "mine" });
})();
