"use strict";
const assert = require("node:assert");
const { Writable } = require("node:stream");
const sink = () => new Writable({ write: (chunk, encoding, callback) => callback() });
assert.throws(() => sink().write(null), { code: "ERR_STREAM_NULL_VALUES" });
assert.throws(() => sink().write(5), {
  code: "ERR_INVALID_ARG_TYPE",
  message:
    'The "chunk" argument must be of type string or an instance of Buffer, TypedArray, or DataView. ' +
    "Received type number (5)",
});
assert.throws(() => sink().write("a", "nope"), { code: "ERR_UNKNOWN_ENCODING" });
const seen = [];
const ended = sink();
ended.end();
ended.on("error", (error) => seen.push(["event", error.code]));
ended.write("late", (error) => seen.push(["callback", error.code]));
const failing = new Writable({ write: (chunk, encoding, callback) => callback(new Error("disk")) });
failing.on("error", (error) => seen.push(["event", error.message]));
failing.write("x", (error) => seen.push(["callback", error.message]));
process.on("exit", () => {
  assert.deepStrictEqual(seen, [
    ["callback", "ERR_STREAM_WRITE_AFTER_END"],
    ["event", "ERR_STREAM_WRITE_AFTER_END"],
    ["callback", "disk"],
    ["event", "disk"],
  ]);
  assert.strictEqual(failing.errored.message, "disk");
});
