"use strict";
const assert = require("node:assert");
const { StringDecoder } = require("node:string_decoder");

assert.throws(() => new StringDecoder("nope"), { code: "ERR_UNKNOWN_ENCODING", message: "Unknown encoding: nope" });
assert.throws(() => new StringDecoder().write(null), {
  code: "ERR_INVALID_ARG_TYPE",
  message: 'The "buf" argument must be an instance of Buffer, TypedArray, or DataView. Received null',
});
