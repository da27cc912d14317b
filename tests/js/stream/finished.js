"use strict";
const assert = require("node:assert");
const { finished, Readable } = require("node:stream");
const seen = [];
finished(Readable.from([]).resume(), (error) => seen.push(error));
finished(new Readable({ read() { this.destroy(new Error("bad")); } }).resume(), (error) => seen.push(error.message));
finished(new Readable({ read() {} }).destroy(), (error) => seen.push(error.code));
const cleaned = new Readable({ read() {} });
finished(cleaned, () => assert.fail())();
cleaned.destroy();
assert.throws(() => finished({}, () => {}), { code: "ERR_INVALID_ARG_TYPE" });
process.on("exit", () => {
  assert.deepStrictEqual(new Set(seen), new Set([undefined, "bad", "ERR_STREAM_PREMATURE_CLOSE"]));
});
