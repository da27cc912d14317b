// A client of a Duplex that pipelines requests and reads no answers is not read either.
const assert = require("node:assert");
const http = require("node:http");
const { Duplex } = require("node:stream");

let answered = 0;
const server = http.createServer((q, r) => {
  answered++;
  r.end("x".repeat(8192));
});
let release;
let stuck = true;
const duplex = new Duplex({
  read() {},
  write(chunk, encoding, callback) {
    if (stuck) release = callback;
    else callback();
  },
});
server.emit("connection", duplex);
const kRequests = 400;
let sent = 0;
(function send() {
  for (let i = 0; i < 10; i++, sent++) duplex.push("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  if (sent < kRequests) return void setImmediate(send);
  setTimeout(() => {
    assert.ok(answered < kRequests, `${answered} requests were read`);
    stuck = false;
    release();
    const wait = setInterval(() => {
      if (answered < kRequests) return;
      clearInterval(wait);
      duplex.destroy();
    }, 5);
  }, 20);
})();
