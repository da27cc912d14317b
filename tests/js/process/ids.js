const assert = require("node:assert");
assert.ok(Number.isInteger(process.getuid()) && process.getuid() === process.geteuid());
assert.ok(Number.isInteger(process.getgid()) && process.getgid() === process.getegid());
assert.ok(process.getgroups().includes(process.getegid()));
assert.throws(() => process.setuid(true), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => process.setuid("no-such-user-here"), {
  code: "ERR_UNKNOWN_CREDENTIAL",
  message: "User identifier does not exist: no-such-user-here",
});
assert.throws(() => process.setgid("no-such-group-here"), {
  code: "ERR_UNKNOWN_CREDENTIAL",
  message: "Group identifier does not exist: no-such-group-here",
});
process.setuid(process.getuid());
assert.throws(() => process.setgroups([-1]), { code: "ERR_OUT_OF_RANGE" });
