"use strict";
const assert = require("node:assert");
const { Readable, addAbortSignal } = require("node:stream");
const controller = new AbortController();
const one = new Readable({ read() {}, signal: controller.signal });
const two = addAbortSignal(controller.signal, new Readable({ read() {} }));
const seen = [];
for (const stream of [one, two]) {
  stream.on("error", (error) => seen.push([error.name, error.code, error.cause]));
}
controller.abort("reason");
process.on("exit", () => assert.deepStrictEqual(seen, Array(2).fill(["AbortError", "ABORT_ERR", "reason"])));
