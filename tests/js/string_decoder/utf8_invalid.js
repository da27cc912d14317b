"use strict";
const assert = require("node:assert");
const { StringDecoder } = require("node:string_decoder");

const cases = [
  [[0xff], "\ufffd"],
  [[0xe2, 0x41], "\ufffdA"],
  [[0xf0, 0x9f, 0x98], "\ufffd"],
  [[0x80, 0x80], "\ufffd\ufffd"],
  [[0xc0, 0xaf], "\ufffd\ufffd"],
  [[0xed, 0xa0, 0x80], "\ufffd\ufffd\ufffd"],
];
for (const [bytes, expected] of cases) {
  const whole = new StringDecoder("utf-8");
  assert.strictEqual(whole.write(Buffer.from(bytes)) + whole.end(), expected);
  const single = new StringDecoder("UTF8");
  let text = "";
  for (const byte of bytes) text += single.write(Buffer.from([byte]));
  assert.strictEqual(text + single.end(), expected);
}
