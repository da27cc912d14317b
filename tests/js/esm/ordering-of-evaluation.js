const assert = require("node:assert");
globalThis.log = [];
const url = (code) => `data:text/javascript,${encodeURIComponent(code)}`;
const leaf = url("log.push('leaf')");
const waits = url("log.push('before'); await null; log.push('after')");
const root = url(`import "${leaf}"; import "${waits}"; import "${leaf}"; log.push("root")`);
import(root).then(() => assert.deepStrictEqual(log, ["leaf", "before", "after", "root"]));
assert.deepStrictEqual(log, []);
