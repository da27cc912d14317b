// httpValidation "relaxed" and a NUL: refused in heads and trailers, wherever reads are cut, and passed on in bodies.
// not-on-node: Node 26 does not come back from a NUL in the value of a header that is read relaxed
"use strict";
const assert = require("assert");
const http = require("http");
const net = require("net");

async function ask(pieces) {
  const bodies = [];
  const server = http.createServer({ httpValidation: "relaxed" }, (request, response) => {
    const chunks = [];
    request.on("error", () => {});
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      bodies.push(Buffer.concat(chunks).toString("latin1"));
      response.end(`${bodies.length}`);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const socket = net.connect(server.address().port, "127.0.0.1");
  let received = "";
  socket.setEncoding("latin1").on("data", (text) => (received += text));
  socket.on("error", () => {});
  for (const piece of pieces) {
    socket.write(piece, "latin1");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  for (let before = -1; before !== received.length; ) {
    before = received.length;
    await new Promise((resolve) => setTimeout(resolve, 100)); // nothing more comes
  }
  socket.destroy();
  server.close();
  server.closeAllConnections();
  return { bodies, statuses: [...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]).join() };
}
const bad = "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n";
const good = "GET / HTTP/1.1\r\nHost: a\r\nX: a\x01b\r\n\r\n";
const body = "POST / HTTP/1.1\r\nHost: a\r\nX: \x01\r\nContent-Length: 5\r\n\r\n\0a\0\0b";
const chunks = (trailer) => `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n\0a\r\n1\r\n\0\r\n0\r\n${trailer}\r\n`;

async function main() {
  assert.deepStrictEqual(await ask([bad]), { bodies: [], statuses: "400" });
  for (let cut = 1; cut < bad.length; cut += 6) {
    assert.deepStrictEqual(await ask([bad.slice(0, cut), bad.slice(cut)]), { bodies: [], statuses: "400" });
  }
  assert.deepStrictEqual(await ask([good + good]), { bodies: ["", ""], statuses: "200,200" });
  assert.deepStrictEqual(await ask([body + good + body]), { bodies: ["\0a\0\0b", "", "\0a\0\0b"], statuses: "200,200,200" });
  assert.deepStrictEqual(await ask([body.slice(0, -3), body.slice(-3) + body]), { bodies: ["\0a\0\0b", "\0a\0\0b"], statuses: "200,200" });
  assert.deepStrictEqual(await ask([chunks("T: a\x01\r\n") + good]), { bodies: ["\0a\0", ""], statuses: "200,200" });
  assert.deepStrictEqual((await ask([chunks("T: a\0b\r\n")])).bodies, []);
  assert.deepStrictEqual((await ask([body + bad])).bodies.length <= 1, true);
  assert.deepStrictEqual(await ask([`${good}${body}`, chunks(""), good]), { bodies: ["", "\0a\0\0b", "\0a\0", ""], statuses: "200,200,200,200" });

  // The same for a response.
  for (const [text, expected] of [
    ["HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 0\r\n\r\n", "HPE_INVALID_HEADER_TOKEN"],
    ["HTTP/1.1 200 OK\r\nX: a\x01\r\nContent-Length: 3\r\n\r\n\0a\0", "\0a\0"],
    ["HTTP/1.1 200 OK\r\nX: a\x01\r\n\r\n\0until the end\0", "\0until the end\0"],
  ]) {
    const server = net.createServer((socket) => socket.on("error", () => {}).once("data", () => socket.end(text, "latin1")));
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const got = await new Promise((resolve) => {
      const request = http.get({ port: server.address().port, host: "127.0.0.1", httpValidation: "relaxed" }, (response) => {
        let all = "";
        response.setEncoding("latin1").on("data", (data) => (all += data));
        response.on("end", () => resolve(all));
      });
      request.on("error", (error) => resolve(error.code));
    });
    assert.strictEqual(got, expected);
    server.close();
  }
}
main();
