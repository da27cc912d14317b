// Text: what is sent is UTF-8, lone surrogates are replaced, other values are made strings.
const assert = require("node:assert");
const { serve } = require("../../fixtures/websocket/raw.js");

const texts = ["", "a", "\u00e9\u20ac\ud83d\ude00", "x".repeat(125), "y".repeat(126), "z".repeat(65535), "w".repeat(65536), "\0\n"];
serve({
  connected(c) {
    c.on("frame", (f) => {
      if (f.opcode !== 1) return;
      assert(f.masked && f.fin);
      c.text(f.payload);
    });
  },
}, (url, server) => {
  const ws = new WebSocket(url);
  const got = [];
  ws.onopen = () => {
    for (const text of [...texts, "\ud800!", 12, null, { toString: () => "object" }]) ws.send(text);
  };
  ws.onmessage = ({ data }) => {
    got.push(data);
    if (got.length === texts.length + 4) ws.close();
  };
  ws.onclose = ({ code, reason, wasClean }) => {
    assert.deepStrictEqual(got, [...texts, "\ufffd!", "12", "null", "object"]);
    assert.deepStrictEqual([code, reason, wasClean], [1005, "", true]);
    server.close();
  };
});
