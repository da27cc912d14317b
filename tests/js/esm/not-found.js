const assert = require("node:assert");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const missing = path.join(__dirname, "missing.mjs");
(async () => {
  await assert.rejects(import("no-such-package"), {
    name: "Error",
    code: "ERR_MODULE_NOT_FOUND",
    message: `Cannot find package 'no-such-package' imported from ${__filename}`,
  });
  await assert.rejects(import("./missing.mjs"), {
    code: "ERR_MODULE_NOT_FOUND",
    message: `Cannot find module '${missing}' imported from ${__filename}`,
    url: pathToFileURL(missing).href,
  });
  await assert.rejects(import("./not-found"), {
    message: `Cannot find module '${path.join(__dirname, "not-found")}' imported from ${__filename}\n` +
      'Did you mean to import "./not-found.js"?',
  });
  const folder = path.join(__dirname, "../../fixtures/modules/dirs/with-index");
  await assert.rejects(import("../../fixtures/modules/dirs/with-index"), {
    code: "ERR_UNSUPPORTED_DIR_IMPORT",
    message: `Directory import '${folder}' is not supported resolving ES modules imported from ${__filename}\n` +
      'Did you mean to import "../../fixtures/modules/dirs/with-index/index.js"?',
  });
  await assert.rejects(import("node:nope"), {
    code: "ERR_UNKNOWN_BUILTIN_MODULE",
    message: "No such built-in module: node:nope",
  });
})();
