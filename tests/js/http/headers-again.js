// The same names in the same order, again and again, and what does not fit among them: each message has headers of its own.
const assert = require("node:assert");
const http = require("node:http");
const net = require("node:net");

const kHeads = [
  [["Host", "a"], ["X-One", "1"], ["x-TWO", " 2 "]],
  [["Host", "b"], ["X-One", "\xe9"], ["x-two", ""]],
  [["Host", "c"], ["Cookie", "a=1"], ["Cookie", "b=2"], ["Accept", "x"], ["Accept", "y"], ["From", "1"], ["From", "2"]],
  [["Host", "d"], ["Set-Cookie", "a"], ["12", "n"], ["constructor", "c"], ["toString", "t"]],
  [["Host", "e"], ...Array.from({ length: 40 }, (_, i) => [`x-${i}`, `${i}`])],
  [["Host", "f"], ["X-Long", "v".repeat(5000)]],
];
const expected = [
  { host: "a", "x-one": "1", "x-two": "2" },
  { host: "b", "x-one": "\xe9", "x-two": "" },
  { host: "c", cookie: "a=1; b=2", accept: "x, y", from: "1" },
  { 12: "n", host: "d", "set-cookie": ["a"], constructor: "c", tostring: "t" },
  Object.fromEntries(kHeads[4].map(([name, value]) => [name.toLowerCase(), value])),
  { host: "f", "x-long": "v".repeat(5000) },
];
const kRounds = 12;

let count = 0;
const server = http.createServer((request, response) => {
  const { headers } = request;
  const wanted = expected[count++ % expected.length];
  assert.deepStrictEqual(Object.entries(headers), Object.entries(wanted));
  assert.strictEqual(Object.getPrototypeOf(headers), Object.prototype);
  assert.strictEqual(request.headers, headers);
  // What a program changes is this message's alone.
  headers.host = 7;
  headers.added = true;
  delete headers["x-one"];
  assert.strictEqual(headers.hasOwnProperty("x-one"), false);
  assert.strictEqual(request.rawHeaders.length, 2 * kHeads[(count - 1) % kHeads.length].length);
  response.end();
});
server.listen(0, "127.0.0.1", () => {
  const socket = net.connect(server.address().port, "127.0.0.1");
  const text = kHeads.map((head) => `GET / HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`).join("");
  socket.write(text.repeat(kRounds), "latin1");
  let answers = "";
  socket.setEncoding("latin1").on("data", (piece) => {
    answers += piece;
    if (answers.split("HTTP/1.1 200 OK").length - 1 < kRounds * kHeads.length) return;
    assert.strictEqual(count, kRounds * kHeads.length);
    socket.destroy();
    server.close();
  });
});
