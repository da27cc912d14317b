// not-on-node: requests tell for whom they waited
// A request knows how long it waited for the loop, and who held it; one on a stream of the program's own does not.
const assert = require("assert");
const http = require("http");
const net = require("net");
const { Duplex } = require("stream");

function holdTheLoop(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

class Message extends http.IncomingMessage {}
const waits = [];
const server = http.createServer({ IncomingMessage: Message, serverTiming: true }, (req, res) => {
  assert.ok(!Object.keys(req).includes("loopWait"));
  waits.push(req.loopWait);
  res.end();
});
assert.strictEqual(http.IncomingMessage.prototype.loopWait, undefined);
assert.throws(() => http.createServer({ serverTiming: 1 }), { code: "ERR_INVALID_ARG_TYPE", message: /options\.serverTiming/ });

server.listen(0, "127.0.0.1", () => {
  const socket = net.connect(server.address().port, "127.0.0.1", () => {
    socket.once("data", () => {
      setTimeout(() => {
        // The second request is in the kernel at once, and the loop is held for 120 ms.
        socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        holdTheLoop(120);
        socket.once("data", (head) => {
          assert.match(`${head}`, /\r\nServer-Timing: loop;dur=\d+\.\d;desc="[^"\r]+"\r\n/);
          socket.destroy();
          onStream();
        });
      }, 50);
    });
    socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  });
});

function onStream() {
  const wait = waits.at(-1);
  assert.strictEqual(waits.length, 2);
  assert.ok(wait.wait >= 110, `waited ${wait.wait} ms`);
  assert.strictEqual(wait.estimated, false);
  const sum = wait.culprits.reduce((total, { duration }) => total + duration, wait.remainder);
  assert.ok(Math.abs(sum - wait.wait) < 0.001);
  const culprit = wait.culprits.find(({ duration }) => duration >= 110);
  assert.strictEqual(culprit.kind, "timer");
  assert.strictEqual(process.longTasks().find(({ number }) => number === culprit.task).kind, "timer");

  const stream = new Duplex({ read() {}, write: (chunk, encoding, callback) => callback() });
  server.emit("connection", stream);
  stream.push("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  holdTheLoop(60);
  setTimeout(() => {
    assert.strictEqual(waits.length, 3);
    assert.strictEqual(waits[2], undefined);
    server.close();
    stream.destroy();
  }, 50);
}
