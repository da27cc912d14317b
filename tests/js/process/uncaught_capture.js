// expect-stdout: ^captured boom\n$
const assert = require("node:assert");
assert.strictEqual(process.hasUncaughtExceptionCaptureCallback(), false);
process.setUncaughtExceptionCaptureCallback((error) => console.log("captured", error.message));
assert.strictEqual(process.hasUncaughtExceptionCaptureCallback(), true);
assert.throws(() => process.setUncaughtExceptionCaptureCallback(() => {}), {
  code: "ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET",
});
assert.throws(() => process.setUncaughtExceptionCaptureCallback(1), { code: "ERR_INVALID_ARG_TYPE" });
process.on("uncaughtException", () => console.log("never"));
throw new Error("boom");
