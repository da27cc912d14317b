// Handshakes that fail: an error and a close with 1006, in this order, and never 'open'.
const assert = require("node:assert");
const net = require("node:net");
const { accept, record } = require("../../fixtures/websocket/raw.js");

const kHead = "HTTP/1.1 101 Switching Protocols\r\n";
const kUpgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\n";
const answers = {
  "status 400": () => "HTTP/1.1 400 Bad Request\r\nContent-Length: 3\r\n\r\nbad",
  "status 200 with an endless body": () => "HTTP/1.1 200 OK\r\n\r\nand so on",
  "a redirection": () => "HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n",
  "401": () => "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
  "no Upgrade": (key) => `${kHead}Connection: Upgrade\r\nSec-WebSocket-Accept: ${accept(key)}\r\n\r\n`,
  "another Upgrade": (key) => `${kHead}Upgrade: h2c\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept(key)}\r\n\r\n`,
  "no Connection": (key) => `${kHead}Upgrade: websocket\r\nSec-WebSocket-Accept: ${accept(key)}\r\n\r\n`,
  "no Sec-WebSocket-Accept": () => `${kHead}${kUpgrade}\r\n`,
  "the key itself": (key) => `${kHead}${kUpgrade}Sec-WebSocket-Accept: ${key}\r\n\r\n`,
  "another key's answer": () => `${kHead}${kUpgrade}Sec-WebSocket-Accept: ${accept("dGhlIHNhbXBsZSBub25jZQ==")}\r\n\r\n`,
  "an extension that nobody offered": (key) =>
    `${kHead}${kUpgrade}Sec-WebSocket-Accept: ${accept(key)}\r\nSec-WebSocket-Extensions: x-unknown\r\n\r\n`,
  "a subprotocol that nobody offered": (key) =>
    `${kHead}${kUpgrade}Sec-WebSocket-Accept: ${accept(key)}\r\nSec-WebSocket-Protocol: chat\r\n\r\n`,
  "garbage": () => "\x00\x01\x02 this is no HTTP\r\n\r\n",
  "another protocol": () => "SSH-2.0-OpenSSH_9.6\r\n",
  "half an answer": () => `${kHead}Upgrade: webso`,
  "nothing": () => "",
};
let next;
const server = net.createServer((socket) => {
  let head = "";
  socket.on("error", () => {});
  socket.on("data", (data) => {
    head += data;
    if (!head.includes("\r\n\r\n")) return;
    const key = /sec-websocket-key: (.*)\r\n/i.exec(head)[1];
    assert.strictEqual(Buffer.from(key, "base64").length, 16);
    const text = next(key);
    socket.write(text, "latin1");
    if (!text.startsWith("HTTP/1.1 2") && !text.includes("101")) socket.end();
    if (text.endsWith("webso")) socket.end();
  });
});
const failure = ["error ErrorEvent", 'close 1006 "" false'];
const attempt = (url) => new Promise((resolve) => {
  const ws = new WebSocket(url);
  ws.addEventListener("error", (event) => {
    assert.strictEqual(ws.readyState, WebSocket.CLOSED);
    assert(event.error instanceof TypeError);
  });
  record(ws, resolve);
});
server.listen(0, "127.0.0.1", async () => {
  const { port } = server.address();
  for (const [name, answer] of Object.entries(answers)) {
    next = answer;
    assert.deepStrictEqual(await attempt(`ws://127.0.0.1:${port}/`), failure, name);
  }
  server.close();
  await new Promise((resolve) => server.once("close", resolve));
  assert.deepStrictEqual(await attempt(`ws://127.0.0.1:${port}/`), failure, "nobody listens");
  assert.deepStrictEqual(await attempt("ws://no-such-host.invalid/"), failure, "no such host");
});
