// expect-exit: 1
// expect-stderr: Error: stuck.*Emitted 'error' event on Door instance at:\n    at .*open.*unhandled_error_report
"use strict";
const EventEmitter = require("node:events");
class Door extends EventEmitter {}
const error = new Error("stuck");
setImmediate(function open() {
  new Door().emit("error", error);
});
