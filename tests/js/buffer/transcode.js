const assert = require("node:assert");
const { transcode } = require("node:buffer");
const text = Buffer.from("\u20ac\u00e9x");
assert.strictEqual(transcode(text, "utf8", "latin1").toString("latin1"), "?\u00e9x");
assert.strictEqual(transcode(text, "utf8", "ascii").toString("latin1"), "??x");
assert.strictEqual(transcode(text, "utf8", "ucs2").toString("ucs2"), "\u20ac\u00e9x");
assert.strictEqual(transcode(Buffer.from([0xe9]), "latin1", "utf8").toString(), "\u00e9");
assert.throws(() => transcode(text, "utf8", "hex"), { code: "U_ILLEGAL_ARGUMENT_ERROR" });
assert.throws(() => transcode("a", "utf8", "latin1"), { code: "ERR_INVALID_ARG_TYPE" });
