// Binary messages: every kind of bytes can be sent, and they arrive as binaryType says.
const assert = require("node:assert");
const { serve, frame, kBinary } = require("../../fixtures/websocket/raw.js");

serve({ connected: (c) => c.on("frame", (f) => f.opcode === kBinary && c.send(frame(kBinary, f.payload))) }, (url, server) => {
  const ws = new WebSocket(url);
  const sent = [
    new Uint8Array([1, 2, 3]).buffer,
    new Uint8Array([0, 4, 5, 6, 0]).subarray(1, 4),
    new DataView(new Uint8Array([7, 8, 9]).buffer, 1, 2),
    new Uint16Array([0x0102]),
    Buffer.from("buffer"),
    new Blob(["blob ", "parts"]),
    new Uint8Array(0),
  ];
  const expected = ["010203", "040506", "0809", "0201", "627566666572", "626c6f62207061727473", ""];
  const got = [];
  ws.onopen = () => sent.forEach((data) => ws.send(data));
  ws.onmessage = async ({ data }) => {
    assert(got.length % 2 === 0 ? data instanceof Blob : data instanceof ArrayBuffer, `message ${got.length}`);
    const at = got.push(undefined) - 1;
    ws.binaryType = at % 2 === 0 ? "arraybuffer" : "blob";
    got[at] = Buffer.from(data instanceof Blob ? await data.arrayBuffer() : data).toString("hex");
    if (got.filter((text) => text !== undefined).length === expected.length) ws.close();
  };
  ws.onclose = () => {
    assert.deepStrictEqual(got, expected);
    server.close();
  };
});
