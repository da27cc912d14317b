// not-on-node: since Node 26.8
// net.BlockList: many rules at once, CIDR notation, and rules taken back.
const assert = require("node:assert");
const net = require("node:net");

const list = new net.BlockList();
list.addCIDRs(net.BlockList.PRIVATE_RANGES);
assert.strictEqual(list.size, net.BlockList.PRIVATE_RANGES.length);
for (const address of ["10.1.2.3", "172.31.0.1", "192.168.4.4", "127.0.0.1", "169.254.1.1"]) assert.ok(list.check(address), address);
for (const address of ["::1", "fe80::1", "fdff::1"]) assert.ok(list.check(address, "ipv6"), address);
assert.ok(!list.check("8.8.8.8"));
list.removeCIDR("10.0.0.0/8");
assert.ok(!list.check("10.1.2.3"));
list.addAddresses(["1.1.1.1", "1.1.1.2"]);
list.removeAddress("1.1.1.1");
assert.ok(!list.check("1.1.1.1") && list.check("1.1.1.2"));
assert.throws(() => list.addCIDR("10.0.0.0"), { code: "ERR_INVALID_ARG_VALUE" });
// All or nothing.
assert.throws(() => list.addCIDRs(["11.0.0.0/8", "x"]), { code: "ERR_INVALID_ARG_VALUE" });
assert.ok(!list.check("11.0.0.1"));
list.clear();
assert.deepStrictEqual([list.size, list.rules], [0, []]);
