"use strict";
const assert = require("node:assert");
const { AsyncLocalStorage, AsyncResource } = require("node:async_hooks");
const storage = new AsyncLocalStorage();

const fs = require("node:fs");
let seen = 0;
storage.run("file", () => {
  fs.readFile(__filename, () => {
    assert.strictEqual(storage.getStore(), "file");
    seen++;
  });
  fs.promises.readFile(__filename).then(() => {
    assert.strictEqual(storage.getStore(), "file");
    seen++;
  });
});
process.on("exit", () => assert.strictEqual(seen, 2));
