// 'clientError' gets the error and the socket; the program answers.
const assert = require("node:assert");
const { raw, serve } = require("../../fixtures/http/raw");

serve({}, () => {}, async (port, server) => {
  server.on("clientError", (error, socket) => {
    assert.strictEqual(error.code, "HPE_INVALID_METHOD");
    assert.match(error.message, /^Parse Error: /);
    assert.strictEqual(error.bytesParsed, 1);
    assert.ok(Buffer.isBuffer(error.rawPacket));
    assert.strictEqual(socket.writable, true);
    socket.end("HTTP/1.1 400 Mine\r\n\r\n");
  });
  assert.strictEqual(await raw(port, "BAD\r\n\r\n"), "HTTP/1.1 400 Mine\r\n\r\n");
});
