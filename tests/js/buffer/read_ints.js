const assert = require("node:assert");
const b = Buffer.from([0xff, 0x01, 0x80, 0x7f, 0xfe, 0x03, 0x00, 0x81]);
assert.strictEqual(b.readUInt8(0), 255);
assert.strictEqual(b.readInt8(0), -1);
assert.strictEqual(b.readUInt16LE(0), 0x01ff);
assert.strictEqual(b.readUInt16BE(0), 0xff01);
assert.strictEqual(b.readInt16LE(2), 0x7f80);
assert.strictEqual(b.readInt16BE(2), -32641);
assert.strictEqual(b.readUInt32LE(1), 0xfe7f8001);
assert.strictEqual(b.readUInt32BE(0), 0xff01807f);
assert.strictEqual(b.readInt32LE(1), 0xfe7f8001 | 0);
assert.strictEqual(b.readInt32BE(0), 0xff01807f | 0);
assert.strictEqual(b.readUIntLE(0, 3), 0x8001ff);
assert.strictEqual(b.readUIntBE(1, 6), 0x01807ffe0300);
assert.strictEqual(b.readIntLE(0, 6), 0x03fe7f8001ff);
assert.strictEqual(b.readIntBE(0, 5), 0xff01807ffe - 2 ** 40);
assert.strictEqual(b.readUint8, b.readUInt8);
assert.strictEqual(b.readUint32LE, b.readUInt32LE);
for (const method of ["readUInt8", "readInt16LE", "readUInt32BE"]) {
  assert.throws(() => b[method](8), { code: "ERR_OUT_OF_RANGE", name: "RangeError" });
  assert.throws(() => b[method](-1), { code: "ERR_OUT_OF_RANGE" });
  assert.throws(() => b[method](1.5), { code: "ERR_OUT_OF_RANGE" });
  assert.throws(() => b[method]("1"), { code: "ERR_INVALID_ARG_TYPE" });
}
assert.throws(() => b.readUInt32LE(5), {
  message: 'The value of "offset" is out of range. It must be >= 0 and <= 4. Received 5',
});
assert.throws(() => Buffer.alloc(1).readUInt16LE(), {
  code: "ERR_BUFFER_OUT_OF_BOUNDS",
  message: "Attempt to access memory outside buffer bounds",
});
assert.throws(() => b.readIntLE(0, 7), {
  message: 'The value of "byteLength" is out of range. It must be >= 1 and <= 6. Received 7',
});
assert.throws(() => b.readUIntBE(), { code: "ERR_INVALID_ARG_TYPE" });
