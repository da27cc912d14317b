const assert = require("node:assert");
assert.throws(() => process.on("SIGKILL", () => {}), {
  code: "EINVAL",
  syscall: "uv_signal_start",
  message: "uv_signal_start EINVAL",
});
