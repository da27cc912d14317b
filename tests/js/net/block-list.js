// net.BlockList: rules of every kind, in both families, and what they hold.
const assert = require("node:assert");
const net = require("node:net");

const list = new net.BlockList();
list.addAddress("123.123.123.123");
list.addRange("10.0.0.1", "10.0.0.10");
list.addSubnet("8592:757c:efae:4e45::", 64, "ipv6");
assert.strictEqual(list.check("123.123.123.123"), true);
assert.strictEqual(list.check("10.0.0.3"), true);
assert.strictEqual(list.check("10.0.0.11"), false);
assert.strictEqual(list.check("222.111.111.222"), false);
assert.strictEqual(list.check("8592:757c:efae:4e45:1::2", "ipv6"), true);
assert.strictEqual(list.check("8592:757c:efae:4e46::", "ipv6"), false);
// An IPv4 address in IPv6's clothes is the same address.
assert.strictEqual(list.check("::ffff:7b7b:7b7b", "ipv6"), true);
assert.strictEqual(list.check("::ffff:123.123.123.123", "IPv6"), true);
assert.strictEqual(list.check("no address"), false);
assert.strictEqual(list.check(new net.SocketAddress({ address: "10.0.0.10" })), true);
assert.deepStrictEqual([...list.rules].sort(), [
  "Address: IPv4 123.123.123.123",
  "Range: IPv4 10.0.0.1-10.0.0.10",
  "Subnet: IPv6 8592:757c:efae:4e45::/64",
]);
const copy = new net.BlockList();
copy.fromJSON(JSON.stringify(list));
assert.deepStrictEqual([...copy.toJSON()].sort(), [...list.rules].sort());

assert.throws(() => list.addAddress("256.1.1.1"), { code: "ERR_INVALID_ADDRESS" });
assert.throws(() => list.addAddress(1), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => list.addRange("10.0.0.9", "10.0.0.1"), { code: "ERR_INVALID_ARG_VALUE" });
assert.throws(() => list.addSubnet("10.0.0.0", 33), { code: "ERR_OUT_OF_RANGE" });
assert.throws(() => list.fromJSON(1), { code: "ERR_INVALID_ARG_TYPE" });
assert.strictEqual(net.BlockList.isBlockList(list), true);
assert.strictEqual(net.BlockList.isBlockList({ rules: [] }), false);
