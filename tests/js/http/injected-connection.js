// A server serves HTTP on any Duplex that it is given.
const assert = require("node:assert");
const http = require("node:http");
const { Duplex } = require("node:stream");

class Side extends Duplex {
  _read() {}
  _write(chunk, encoding, callback) {
    this.other.push(chunk);
    callback();
  }
  _final(callback) {
    this.other.push(null);
    callback();
  }
}
const [a, b] = [new Side(), new Side()];
a.other = b;
b.other = a;
const server = http.createServer((q, r) => {
  let body = "";
  q.on("data", (d) => (body += d));
  q.on("end", () => r.end(`${q.method} ${q.url} ${body}`));
});
server.emit("connection", a);
let text = "";
b.on("data", (d) => (text += d));
b.write("POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
b.write("GET /two HTTP/1.1\r\nHost: a\r\n\r\n");
setTimeout(() => assert.match(text, /POST \/one abcHTTP[\s\S]*GET \/two $/), 50);
