// isIP and the defaults of address selection.
const assert = require("node:assert");
const net = require("node:net");

assert.deepStrictEqual(["127.0.0.1", "::1", "x", "1.2.3", ""].map(net.isIP), [4, 6, 0, 0, 0]);
assert.strictEqual(net.isIPv4("1.2.3.4"), true);
assert.strictEqual(net.isIPv6("fe80::1"), true);
assert.strictEqual(net.getDefaultAutoSelectFamily(), true);
net.setDefaultAutoSelectFamily(false);
assert.strictEqual(net.getDefaultAutoSelectFamily(), false);
assert.throws(() => net.setDefaultAutoSelectFamily(1), { code: "ERR_INVALID_ARG_TYPE" });
assert.strictEqual(net.connect, net.createConnection);
assert.strictEqual(net.Stream, net.Socket);
