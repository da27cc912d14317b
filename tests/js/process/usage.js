const assert = require("node:assert");
const memory = process.memoryUsage();
for (const name of ["rss", "heapTotal", "heapUsed", "external", "arrayBuffers"]) assert.ok(memory[name] >= 0, name);
assert.ok(memory.heapUsed <= memory.heapTotal && memory.heapTotal <= memory.rss * 4);
assert.ok(process.memoryUsage.rss() > 1e6);
const big = new ArrayBuffer(30e6);
assert.ok(process.memoryUsage().arrayBuffers >= 30e6 && big);
const before = process.cpuUsage();
for (let i = 0, end = Date.now() + 20; Date.now() < end; i++);
const used = process.cpuUsage(before);
assert.ok(used.user + used.system > 5000 && used.user < 1e6);
assert.throws(() => process.cpuUsage(1), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => process.cpuUsage({ user: "1", system: 1 }), {
  code: "ERR_INVALID_ARG_TYPE",
  message: 'The "prevValue.user" property must be of type number. Received type string (\'1\')',
});
assert.throws(() => process.cpuUsage({ user: -1, system: 1 }), {
  code: "ERR_INVALID_ARG_VALUE",
  name: "RangeError",
  message: "The property 'prevValue.user' is invalid. Received -1",
});
const resources = process.resourceUsage();
assert.strictEqual(Object.keys(resources).length, 16);
assert.ok(resources.maxRSS > 1000 && resources.userCPUTime > 0);
assert.ok(process.constrainedMemory() >= 0);
