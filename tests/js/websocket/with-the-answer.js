// Frames that come in the same packet as the answer to the handshake are messages after 'open'.
const assert = require("node:assert");
const { serve, frame, closeBody, answer, record, kText, kClose } = require("../../fixtures/websocket/raw.js");

serve({
  upgrade(request, socket) {
    socket.on("error", () => {});
    socket.end(Buffer.concat([
      Buffer.from(answer(request)),
      frame(kText, "1"),
      frame(kText, "2"),
      frame(kClose, closeBody(4000, "bye")),
    ]));
  },
}, (url, server) => {
  record(new WebSocket(url), (seen) => {
    assert.deepStrictEqual(seen, ["open", "message 1", "message 2", 'close 4000 "bye" true']);
    server.close();
  });
});
