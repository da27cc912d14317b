// Where the events stand among ticks and microtasks: 'open' comes in a microtask, the others in the task that read them.
const assert = require("node:assert");
const { serve, frame, closeBody, kText, kClose } = require("../../fixtures/websocket/raw.js");

serve({
  connected: (c) => c.on("frame", (f) => {
    if (f.opcode === kText) c.send(frame(kText, "1"), frame(kText, "2"), frame(kClose, closeBody(1000)));
    else c.socket.end();
  }),
}, (url, server) => {
  const ws = new WebSocket(url);
  const seen = [];
  const note = (name) => {
    seen.push(name);
    process.nextTick(() => seen.push(`${name} tick`));
    Promise.resolve().then(() => seen.push(`${name} microtask`));
  };
  ws.onopen = () => {
    note("open");
    ws.send("go");
  };
  ws.onmessage = (event) => note(event.data);
  ws.onclose = () => {
    note("close");
    setImmediate(() => {
      assert.deepStrictEqual(seen, [
        "open", "open microtask", "open tick",
        "1", "2", "1 tick", "2 tick", "1 microtask", "2 microtask",
        "close", "close tick", "close microtask",
      ]);
      server.close();
    });
  };
});
