// expect-stdout: ^waited and closed\n$
// An open WebSocket keeps the process running, though nothing else does; a closed one does not.
const { serve } = require("../../fixtures/websocket/raw.js");

serve({
  connected(c) {
    c.socket.unref();
    setTimeout(() => c.close(1000), 200).unref();
  },
}, (url, server) => {
  server.unref();
  const ws = new WebSocket(url);
  const kept = [];
  ws.onclose = () => kept.push("closed");
  process.on("exit", () => console.log(["waited", ...kept].join(" and ")));
});
