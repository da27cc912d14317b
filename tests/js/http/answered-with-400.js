// What a response learns whose connection was answered with 400 because the request's body was no HTTP.
"use strict";
const assert = require("assert");
const http = require("http");
const net = require("net");

const kBad = "POST /p HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n";
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a bad chunk and stays; calls back with what came and the log of the server's side. */
async function program(handle, listen) {
  const log = [];
  const server = http.createServer((request, response) => handle(request, response, log));
  if (listen) server.on("clientError", (error, socket) => (log.push(error.code), socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const socket = net.connect({ port: server.address().port, host: "127.0.0.1", allowHalfOpen: true });
  let received = "";
  socket.setEncoding("latin1").on("data", (text) => (received += text));
  socket.on("error", () => {});
  socket.write(kBad);
  await wait(20);
  socket.write("zz\r\n");
  await wait(80);
  log.push(received.split("\r\n")[0]);
  socket.destroy();
  server.close();
  server.closeAllConnections();
  return log;
}

async function main() {
  // Nobody listens: the response that comes later was never sent, and says so; the request is cut off.
  let late;
  let source;
  const log = await program((request, response) => {
    source = request;
    late = response;
    setTimeout(() => response.end("late"), 60);
  });
  assert.deepStrictEqual(log, ["HTTP/1.1 400 Bad Request"]);
  assert.strictEqual(late.writableEnded, true);
  assert.strictEqual(late.writableFinished, false);
  assert.strictEqual(late.headersSent, false);
  assert.strictEqual(late.destroyed, true);
  assert.strictEqual(source.aborted, true);
  assert.strictEqual(source.destroyed, true);
  assert.strictEqual(source.errored.code, "ECONNRESET");

  // Who listens hears 'aborted' and 'close' at once, although the client stays, and no 'finish'.
  assert.deepStrictEqual(
    await program((request, response, events) => {
      request.on("aborted", () => events.push("aborted"));
      response.on("close", () => events.push("close"));
      response.on("finish", () => events.push("finish"));
      setTimeout(() => response.end("late"), 60);
    }),
    ["aborted", "close", "HTTP/1.1 400 Bad Request"],
  );

  // A 'clientError' listener ended the socket: what the handler answers then is dropped without an error.
  assert.deepStrictEqual(
    await program((request, response, events) => {
      request.socket.on("error", (error) => events.push(error.code));
      response.on("finish", () => events.push("finish"));
      setTimeout(() => response.end("late"), 60);
    }, true),
    ["HPE_INVALID_CHUNK_SIZE", "HTTP/1.1 400 Bad Request"],
  );

  // A head that is refused was not sent.
  const server = http.createServer((request, response) => {
    assert.throws(() => response.writeHead(200, { Trailer: "X", "Content-Length": 1 }), { code: "ERR_HTTP_TRAILER_INVALID" });
    assert.strictEqual(response.headersSent, false);
    response.destroy();
    server.close();
  });
  server.listen(0, "127.0.0.1", () => http.get({ port: server.address().port, host: "127.0.0.1" }).on("error", () => {}));
}
main();
