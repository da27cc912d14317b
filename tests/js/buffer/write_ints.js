const assert = require("node:assert");
const hex = (size, method, ...args) => {
  const b = Buffer.alloc(size);
  const next = b[method](...args);
  return `${next} ${b.toString("hex")}`;
};
assert.strictEqual(hex(2, "writeUInt8", 255, 1), "2 00ff");
assert.strictEqual(hex(1, "writeInt8", -1), "1 ff");
assert.strictEqual(hex(2, "writeUInt16LE", 0x1234), "2 3412");
assert.strictEqual(hex(2, "writeInt16BE", -2), "2 fffe");
assert.strictEqual(hex(4, "writeUInt32BE", 0xdeadbeef), "4 deadbeef");
assert.strictEqual(hex(4, "writeInt32LE", -2), "4 feffffff");
assert.strictEqual(hex(6, "writeUIntBE", 0x123456789abc, 0, 6), "6 123456789abc");
assert.strictEqual(hex(6, "writeIntLE", -0x123456789abc, 0, 6), "6 446587a9cbed");
assert.strictEqual(hex(3, "writeUintLE", 0x123456, 0, 3), "3 563412");
assert.strictEqual(hex(2, "writeUInt16BE", "258"), "2 0102");
assert.throws(() => Buffer.alloc(4).writeUInt8(256), {
  code: "ERR_OUT_OF_RANGE",
  message: 'The value of "value" is out of range. It must be >= 0 and <= 255. Received 256',
});
assert.throws(() => Buffer.alloc(4).writeInt32BE(2 ** 31), {
  message:
    'The value of "value" is out of range. It must be >= -2147483648 and <= 2147483647. Received 2147483648',
});
assert.throws(() => Buffer.alloc(8).writeUIntLE(2 ** 40, 0, 5), {
  message: 'The value of "value" is out of range. It must be >= 0 and < 2 ** 40. Received 1_099_511_627_776',
});
assert.throws(() => Buffer.alloc(4).writeUInt32LE(1, 1), { code: "ERR_OUT_OF_RANGE" });
assert.throws(() => Buffer.alloc(4).writeUInt16LE(1, "0"), { code: "ERR_INVALID_ARG_TYPE" });
