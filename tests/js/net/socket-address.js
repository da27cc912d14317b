// net.SocketAddress: defaults, usual texts, checks, parsing.
const assert = require("node:assert");
const { SocketAddress } = require("node:net");

const plain = (a) => [a.address, a.port, a.family, a.flowlabel];
assert.deepStrictEqual(plain(new SocketAddress()), ["127.0.0.1", 0, "ipv4", 0]);
assert.deepStrictEqual(plain(new SocketAddress({ family: "ipv6" })), ["::", 0, "ipv6", 0]);
const options = { family: "ipv6", address: "2001:DB8:0:0::1", port: 80, flowlabel: 5 };
assert.deepStrictEqual(plain(new SocketAddress(options)), ["2001:db8::1", 80, "ipv6", 5]);
for (const [text, written] of [["1:0:0:2::", "1:0:0:2::"], ["::FFFF:1.2.3.4", "::ffff:1.2.3.4"], ["64:ff9b::1.2.3.4", "64:ff9b::102:304"]]) {
  assert.strictEqual(new SocketAddress({ family: "ipv6", address: text }).address, written);
}
assert.throws(() => new SocketAddress({ address: "x" }), { code: "ERR_INVALID_ADDRESS" });
assert.throws(() => new SocketAddress({ address: 1 }), { code: "ERR_INVALID_ARG_TYPE" });
assert.throws(() => new SocketAddress({ port: -1 }), { code: "ERR_SOCKET_BAD_PORT" });
assert.throws(() => new SocketAddress({ family: "x" }), { code: "ERR_INVALID_ARG_VALUE" });
assert.deepStrictEqual(plain(SocketAddress.parse("[1::8]:123")), ["1::8", 123, "ipv6", 0]);
assert.deepStrictEqual(plain(SocketAddress.parse("1.2.3.4")), ["1.2.3.4", 0, "ipv4", 0]);
assert.strictEqual(SocketAddress.parse("example.org:80"), undefined);
assert.strictEqual(SocketAddress.isSocketAddress(new SocketAddress()), true);
assert.strictEqual(SocketAddress.isSocketAddress({ address: "1.2.3.4" }), false);
