// A request that is destroyed, or whose connection fails, before it was sent.
"use strict";
const assert = require("assert");
const http = require("http");
const net = require("net");

const once = (emitter, event) => new Promise((resolve) => emitter.once(event, resolve));
const list = (table) => Object.values(table).flat();

async function main() {
  let connections = 0;
  const server = http.createServer((request, response) => response.end(request.url));
  server.on("connection", () => connections++);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();

  // The socket that was being made for it is kept for the next request.
  const agent = new http.Agent({ keepAlive: true });
  const first = http.get({ port, host: "127.0.0.1", agent, path: "/first" });
  first.on("error", () => {});
  first.destroy();
  await once(first, "close");
  assert.strictEqual(list(agent.freeSockets).length, 1);
  assert.strictEqual(list(agent.sockets).length, 0);
  const second = http.get({ port, host: "127.0.0.1", agent, path: "/second" });
  const response = await once(second, "response");
  let text = "";
  for await (const chunk of response) text += chunk;
  assert.strictEqual(text, "/second");
  assert.strictEqual(second.reusedSocket, true);
  assert.strictEqual(connections, 1);

  // An agent that keeps nothing closes it.
  const other = new http.Agent();
  const third = http.get({ port, host: "127.0.0.1", agent: other });
  third.on("error", () => {});
  third.destroy();
  await once(third, "close");
  const held = () => list(other.freeSockets).length + list(other.sockets).length;
  for (let i = 0; i < 100 && held() > 0; i++) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.strictEqual(third.shouldKeepAlive, false);
  assert.strictEqual(held(), 0);

  // A socket that a 'socket' listener destroys gets nothing.
  const fourth = http.get({ port, host: "127.0.0.1", agent: other });
  let prefinished = false;
  fourth.on("prefinish", () => (prefinished = true));
  fourth.on("socket", (socket) => socket.destroy());
  fourth.on("error", () => {});
  await once(fourth, "close");
  assert.strictEqual(prefinished, false);
  assert.strictEqual(fourth.writableFinished, false);

  // The callbacks of write and end learn that the connection failed.
  const closed = net.createServer().listen(0, "127.0.0.1");
  await once(closed, "listening");
  const nobody = closed.address().port;
  await new Promise((resolve) => closed.close(resolve));
  const fifth = http.request({ port: nobody, host: "127.0.0.1", method: "POST" });
  const failures = [];
  fifth.on("error", (error) => failures.push(error.code));
  fifth.write("a");
  const error = await new Promise((resolve) => fifth.end("b", resolve));
  assert.ok(error instanceof Error);
  assert.strictEqual(typeof error.code, "string");
  assert.deepStrictEqual(failures, ["ECONNREFUSED"]);

  // How much waits is known to the byte, with the lines that the agent's settings add.
  const sixth = http.request({ port, host: "127.0.0.1", agent: other, method: "POST", headers: { Host: "x" } });
  sixth.on("error", () => {});
  sixth.write("ab");
  const expected = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n";
  assert.strictEqual(sixth.writableLength, expected.length);
  assert.strictEqual(sixth.outputSize, expected.length);
  assert.strictEqual(sixth.outputData.map(({ data }) => data.toString()).join(""), expected);
  sixth.destroy();

  // A proxy agent writes another head before what waits.
  const seventh = http.request({ port, host: "127.0.0.1", agent: other, method: "POST", path: "/old" });
  seventh.setHeader("Content-Length", 2);
  seventh.end("ab");
  seventh.path = "/new";
  seventh._header = null;
  seventh._implicitHeader();
  const piece = seventh.outputData[0];
  piece.data = seventh._header + piece.data.slice(piece.data.indexOf("\r\n\r\n") + 4);
  const answer = await once(seventh, "response");
  text = "";
  for await (const chunk of answer) text += chunk;
  assert.strictEqual(text, "/new");

  agent.destroy();
  other.destroy();
  server.close();
}
main();
