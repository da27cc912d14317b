// A message in fragments is one message; control frames may come between them; bytes may come one by one.
const assert = require("node:assert");
const { serve, frame, record, kText, kBinary, kPing, kPong } = require("../../fixtures/websocket/raw.js");

const euro = Buffer.from("\u20ac");
const whole = Buffer.concat([
  frame(kText, "one ", { fin: false }),
  frame(0, "two ", { fin: false }),
  frame(kPing, "between"),
  frame(0, "", { fin: false }),
  frame(0, euro.subarray(0, 1), { fin: false }),
  frame(0, euro.subarray(1)),
  frame(kBinary, "b", { fin: false }),
  frame(0, "c"),
  frame(kText, "last"),
]);
serve({
  connected(c) {
    let at = 0;
    const step = () => {
      if (at === whole.length) c.close(1000);
      else {
        c.socket.write(whole.subarray(at, ++at));
        setImmediate(step);
      }
    };
    step();
    c.on("frame", (f) => {
      if (f.opcode === kPong) assert.strictEqual(String(f.payload), "between");
      c.pong ||= f.opcode === kPong;
      if (f.opcode === 8) assert(c.pong);
    });
  },
}, (url, server) => {
  record(new WebSocket(url), (seen) => {
    assert.deepStrictEqual(seen, ["open", "message one two \u20ac", "message Blob", "message last", 'close 1000 "" true']);
    server.close();
  });
});
