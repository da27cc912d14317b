const assert = require("node:assert");
(async () => {
  assert.strictEqual((await import("data:text/javascript,export default 1 + 1")).default, 2);
  assert.strictEqual((await import("data:text/javascript;base64,ZXhwb3J0IGRlZmF1bHQgNw==")).default, 7);
  assert.strictEqual((await import("data:text/javascript;charset=utf-8,export default '%C3%A9'")).default, "é");
  const json = await import('data:application/json,{"a":[1]}', { with: { type: "json" } });
  assert.deepStrictEqual(json.default, { a: [1] });
  const meta = await import("data:text/javascript,export default import.meta");
  assert.strictEqual(meta.default.filename, undefined);
  assert.strictEqual(meta.default.url, "data:text/javascript,export default import.meta");
  assert.strictEqual((await import('data:text/javascript,import p from "path"; export default p')).default, require("path"));
  await assert.rejects(import('data:text/javascript,import "./x.js"'), { code: "ERR_UNSUPPORTED_RESOLVE_REQUEST" });
  await assert.rejects(import("data:text/css,a"), {
    code: "ERR_UNKNOWN_MODULE_FORMAT",
    message: "Unknown module format: text/css for URL data:text/css,a",
  });
})();
