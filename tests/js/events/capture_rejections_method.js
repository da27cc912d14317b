"use strict";
const assert = require("node:assert");
const EventEmitter = require("node:events");

const emitter = new EventEmitter({ captureRejections: true });
let got;
emitter[Symbol.for("nodejs.rejection")] = (error, name, ...args) => (got = [error.message, name, args]);
emitter.on("x", async () => Promise.reject(new Error("no")));
emitter.emit("x", 1, 2);
process.on("exit", () => assert.deepStrictEqual(got, ["no", "x", [1, 2]]));
