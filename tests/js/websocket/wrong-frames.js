// Frames that break the protocol: the connection fails with the protocol's code, an error, and a close with 1006.
const assert = require("node:assert");
const { serve, frame, closeBody, record, kText, kBinary, kClose, kPing } = require("../../fixtures/websocket/raw.js");

const wrong = [
  ["masked", 1002, frame(kText, "a", { masked: true })],
  ["reserved bit 1", 1002, frame(kText, "a", { rsv: 4 })],
  ["reserved bit 2", 1002, frame(kText, "a", { rsv: 2 })],
  ["reserved bit 3", 1002, frame(kBinary, "a", { rsv: 1 })],
  ["reserved opcode", 1002, frame(3, "a")],
  ["reserved control opcode", 1002, frame(11, "a")],
  ["a long ping", 1002, frame(kPing, "p".repeat(126))],
  ["a ping in fragments", 1002, frame(kPing, "p", { fin: false })],
  ["a continuation of nothing", 1002, frame(0, "a")],
  ["text within a message", 1002, Buffer.concat([frame(kText, "a", { fin: false }), frame(kText, "b")])],
  ["invalid UTF-8", 1007, frame(kText, Buffer.from([0x61, 0xff, 0x62]))],
  ["UTF-8 that is cut off", 1007, frame(kText, Buffer.from([0xe2, 0x82]))],
  ["a surrogate in UTF-8", 1007, frame(kText, Buffer.from([0xed, 0xa0, 0x80]))],
  ["more than 128 MiB", 1009, frame(kBinary, "", { length: 128 * 1024 * 1024 + 1 })],
  ["more than there is", 1009, frame(kBinary, "", { length: Number.MAX_SAFE_INTEGER })],
  ["a Close frame of one byte", 1002, frame(kClose, "x")],
  ["a Close frame with a code that is not sent", 1002, frame(kClose, closeBody(1005))],
  ["a Close frame with an unknown code", 1002, frame(kClose, closeBody(2999))],
  ["a Close frame with invalid UTF-8", 1007, frame(kClose, Buffer.from([0x03, 0xe8, 0xff]))],
];
let sent;
let heard;
serve({
  connected(c) {
    c.answersClose = false;
    c.on("frame", (f) => (heard = f.opcode === kClose ? f.payload.readUInt16BE(0) : f.opcode));
    c.on("gone", () => c.socket.destroy());
    c.socket.on("end", () => c.socket.destroy());
    c.send(frame(kText, "fine"), sent, frame(kText, "after"));
  },
}, async (url, server) => {
  for (const [name, code, bytes] of wrong) {
    sent = bytes;
    heard = undefined;
    const seen = await new Promise((resolve) => record(new WebSocket(url), resolve));
    assert.deepStrictEqual(seen, ["open", "message fine", "error ErrorEvent", 'close 1006 "" false'], name);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert(heard === code || heard === undefined, `${name}: ${heard}`); // a reset may have overtaken it
  }
  server.close();
});
