"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const app = Object.assign(() => {}, EventEmitter.prototype);
let got = 0;
app.on("x", (n) => (got += n));
app.emit("x", 2);
app.once("x", (n) => (got += n));
app.emit("x", 3);
assert.strictEqual(got, 8);
