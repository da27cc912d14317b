// A client that goes away before an ended response was sent whole: 'close' without 'finish', and stream.finished says so.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");
const { finished } = require("node:stream");

const body = Buffer.alloc(64 << 20, "x");
const events = [];
const server = http.createServer((request, response) => {
  response.on("finish", () => events.push("finish"));
  response.on("close", () => events.push(`close ${response.writableFinished}`));
  request.on("aborted", () => events.push("aborted"));
  request.on("error", (error) => events.push(`request ${error.code}`));
  request.on("close", () => {
    assert.deepStrictEqual(events, ["aborted", "close false", "finished ERR_STREAM_PREMATURE_CLOSE", "request ECONNRESET"]);
    server.close();
  });
  finished(response, (error) => events.push(`finished ${error.code}`));
  response.end(body);
});
server.listen(0, () => {
  const client = net.connect(server.address().port, () => client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
  client.once("data", () => client.destroy());
});
process.on("exit", () => assert.strictEqual(events.length, 4));
