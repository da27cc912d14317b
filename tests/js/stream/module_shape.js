"use strict";
const assert = require("node:assert");
const stream = require("node:stream");
assert.strictEqual(stream.Stream, stream);
assert.strictEqual(stream.promises, require("node:stream/promises"));
assert.strictEqual(stream.name, "Stream");
for (const name of ["Readable", "Writable", "Duplex", "Transform", "PassThrough"]) {
  assert.strictEqual(stream[name].name, name);
  assert.ok(new stream[name]() instanceof stream, name);
}
for (const name of ["pipeline", "finished", "compose", "addAbortSignal", "duplexPair", "destroy", "isReadable"]) {
  assert.strictEqual(typeof stream[name], "function", name);
}
const duplex = new stream.Duplex();
assert.ok(duplex instanceof stream.Writable && duplex instanceof stream.Readable);
assert.ok(!(new stream.Readable() instanceof stream.Writable));
