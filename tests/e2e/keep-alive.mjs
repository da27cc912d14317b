// Many requests on one connection: pipelined, in odd pieces, with answers of every kind, and the ways in which a connection ends.
// Usage: node tests/e2e/keep-alive.mjs RONDO
import assert from "node:assert";
import { check, finish } from "../fixtures/e2e/check.mjs";
import { sleep, startServer, stopServer } from "../fixtures/e2e/server.mjs";
import { Connection, cut, request } from "../fixtures/keep-alive/client.mjs";

const rondo = process.argv[2];
const start = (options = {}) => startServer(rondo, "tests/fixtures/keep-alive/server.js", { args: [JSON.stringify(options)] });
const ids = (count) => Array.from({ length: count }, (_, i) => i);
const server = await start();
const open = () => new Connection(server.port);
const one = async (port, ...args) => (await new Connection(port).send(request(...args))).answer();

async function pipelined(pieces, count) {
  const connection = open();
  const sending = connection.send(...pieces);
  for (const id of ids(count)) assert.strictEqual((await connection.answer()).body, `now ${id}`);
  await sending;
  assert.strictEqual(connection.text, "");
  connection.socket.destroy();
}
const hundred = ids(100).map((id) => request("/now", [`X-Id: ${id}`])).join("");

await check("100 requests in one packet", () => pipelined([hundred], 100));
await check("100 requests byte by byte", () => pipelined([...hundred], 100));
await check("100 requests in pieces of all sizes", async () => {
  for (const size of [3, 50, 90, 1000]) await pipelined(cut(hundred, size), 100);
});
await check("answers keep the order of the requests", async () => {
  const connection = await open().send(ids(10).map((id) => request("/held", [`X-Id: ${id}`])).join(""), request("/now"));
  for (const id of ids(10)) assert.strictEqual((await connection.answer()).body, `held ${id}`);
  assert.strictEqual((await connection.answer()).body, "now ");
});
await check("answers of every kind, one behind the other", async () => {
  const chunked = "Transfer-Encoding: chunked";
  const kinds = [
    ["/now", [], "GET", "", "200 now "],
    ["/now", [], "HEAD", "", "200 "],
    ["/chunks", [], "HEAD", "", "200 "],
    ["/no-content", [], "GET", "", "204 "],
    ["/not-modified", [], "GET", "", "304 "],
    ["/chunks", [], "GET", "", "200 one,two,three"],
    ["/trailers", [], "GET", "", "200 body"],
    ["/echo", ["Content-Length: 3"], "POST", "abc", "200 abc {}"],
    ["/echo", [chunked], "POST", "1\r\na\r\n02;x=y\r\nbc\r\n0\r\nX-T: t\r\n\r\n", '200 abc {"x-t":"t"}'],
    ["/unread", ["Content-Length: 5"], "POST", "GET /", "200 not read"],
    ["/unread", [chunked], "POST", "5\r\nGET /\r\n0\r\n\r\n", "200 not read"],
    ["/nowhere", [], "GET", "", "404 "],
    ["/echo", ["Content-Length: 0"], "PUT", "", "200  {}"],
  ];
  const text = kinds.map(([route, headers, method, body]) => request(route, headers, method) + body).join("");
  for (const pieces of [[text], [...text], cut(text, 7), cut(text, 200, 5)]) {
    const connection = open();
    const sending = connection.send(...pieces);
    for (const [route, , method, , wanted] of kinds) {
      const { status, body, trailers } = await connection.answer(method);
      assert.strictEqual(`${status} ${body}`, wanted, `${method} ${route}`);
      if (route === "/trailers") assert.strictEqual(trailers, "X-Sum: 4\r\n");
    }
    await sending;
    assert.strictEqual(connection.text, "");
    connection.socket.destroy();
  }
});
await check("a large chunked upload in odd pieces", async () => {
  const chunks = cut("0123456789".repeat(20_000), 900);
  const body = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join("");
  const text = `${request("/echo", ["Transfer-Encoding: chunked"], "POST")}${body}0\r\n\r\n${request("/now")}`;
  const connection = open();
  const sending = connection.send(...cut(text, 700, 9));
  assert.strictEqual((await connection.answer()).body, `${"0123456789".repeat(20_000)} {}`);
  assert.strictEqual((await connection.answer()).body, "now ");
  await sending;
});
await check("HTTP/1.0 and Connection: close end the connection; HTTP/1.0 with keep-alive need not", async () => {
  for (const [headers, version] of [[[], "1.0"], [["Connection: close"], "1.1"], [["Connection: close"], "1.0"]]) {
    const connection = await open().send(request("/now", headers, "GET", version));
    const answer = await connection.answer();
    assert.strictEqual(answer.body, "now ");
    assert.strictEqual(answer.headers.connection, "close");
    assert.strictEqual(await connection.end(), "");
  }
  const kept = await open().send(request("/no-content", ["Connection: keep-alive"], "GET", "1.0"));
  assert.strictEqual((await kept.answer()).status, 204);
  const old = await open().send(request("/chunks", [], "GET", "1.0"));
  assert.match(await old.end(), /\r\n\r\none,two,three$/);
});
await check("Expect: 100-continue", async () => {
  const connection = await open().send(request("/echo", ["Expect: 100-continue", "Content-Length: 3"], "POST"));
  assert.strictEqual((await connection.answer()).status, 100);
  await connection.send("abc", request("/now"));
  assert.strictEqual((await connection.answer()).body, "abc {}");
  assert.strictEqual((await connection.answer()).body, "now ");
});
await check("Upgrade takes the connection over, with the bytes that came along", async () => {
  const upgrade = request("/up", ["Connection: Upgrade", "Upgrade: echo"]);
  for (const pieces of [[`${upgrade}early`], [...upgrade, "early"], [request("/now") + upgrade + "early"]]) {
    const connection = await open().send(...pieces);
    if (pieces.length === 1 && pieces[0].startsWith("GET /now")) assert.strictEqual((await connection.answer()).body, "now ");
    const answer = await connection.answer();
    assert.strictEqual(answer.status, 101);
    await connection.send(" and \0\xff late");
    while (!connection.text.includes("late")) await connection.more();
    connection.socket.end();
    assert.strictEqual(await connection.end(), "early and \0\xff latebye");
  }
});
await check("CONNECT", async () => {
  const connection = await open().send("CONNECT b:443 HTTP/1.1\r\nHost: b\r\n\r\nhello");
  assert.match(await connection.end(), /^HTTP\/1\.1 200 OK\r\n\r\nb:443 hello$/);
});
await check("the server stands after all this, and has let go of its connections", async () => {
  let count = "";
  for (let i = 0; i < 100 && count !== "1"; i++) {
    count = (await one(server.port, "/connections", ["Connection: close"])).body;
    if (count !== "1") await sleep(100);
  }
  // What the checks before left open is closed by keepAliveTimeout (5 s).
  assert.strictEqual(count, "1");
});
assert.strictEqual((await stopServer(server)).signal, "SIGTERM");

await check("keepAliveTimeout ends idle connections, and only those", async () => {
  const { port, ...rest } = await start({ keepAliveTimeout: 1000, keepAliveTimeoutBuffer: 0 });
  const idle = await new Connection(port).send(request("/now"));
  const answer = await idle.answer();
  assert.strictEqual(answer.headers["keep-alive"], "timeout=1");
  const began = Date.now();
  const busy = await new Connection(port).send(request("/wait"));
  await idle.end();
  assert(Date.now() - began > 800, "too early");
  await sleep(500);
  assert.strictEqual(busy.ended, false);
  assert.strictEqual((await one(port, "/release")).body, "released");
  assert.strictEqual((await busy.answer()).body, "waited");
  await busy.end();
  await stopServer({ port, ...rest });
});
await check("maxRequestsPerSocket", async () => {
  const limited = await start({ server: { maxRequestsPerSocket: 3 } });
  const connection = await new Connection(limited.port).send(request("/now"));
  assert.strictEqual((await connection.answer()).headers["keep-alive"], "timeout=5, max=3");
  await connection.send(request("/now").repeat(3));
  assert.strictEqual((await connection.answer()).headers.connection, "keep-alive");
  assert.strictEqual((await connection.answer()).headers.connection, "close");
  assert.strictEqual((await connection.answer()).status, 503);
  assert.strictEqual((await one(limited.port, "/now")).status, 200);
  await stopServer(limited);
});
await check("close() lets requests end, closes idle connections and takes no new ones", async () => {
  const closing = await start({ keepAliveTimeout: 60_000 });
  const idle = await new Connection(closing.port).send(request("/now"));
  await idle.answer();
  const busy = await new Connection(closing.port).send(request("/held", ["X-Id: 0"]) + request("/held", ["X-Id: 1"]));
  const half = await new Connection(closing.port).send(request("/echo", ["Content-Length: 3"], "POST"), "a");
  assert.strictEqual((await one(closing.port, "/now")).body, "now ");
  const last = await new Connection(closing.port).send(ids(8).map((id) => request("/held", [`X-Id: ${id + 2}`])).join(""), request("/close"));
  assert.strictEqual((await busy.answer()).body, "held 0");
  const second = await busy.answer();
  assert.strictEqual(second.body, "held 1");
  for (const id of ids(8)) assert.strictEqual((await last.answer()).body, `held ${id + 2}`);
  assert.strictEqual((await last.answer()).body, "closing");
  await idle.end();
  await half.send("bc");
  assert.strictEqual((await half.answer()).body, "abc {}");
  // What was busy when the server was closed is kept for the time that it was promised.
  for (const connection of [busy, half, last]) connection.socket.end();
  assert.strictEqual((await closing.ended).code, 0);
  assert.match(closing.stdout(), /closed\n$/);
});
await check("closeIdleConnections and closeAllConnections", async () => {
  const closing = await start({ keepAliveTimeout: 60_000 });
  const idle = await new Connection(closing.port).send(request("/now"));
  await idle.answer();
  const busy = await new Connection(closing.port).send(request("/wait"));
  const asks = new Connection(closing.port);
  while ((await (await asks.send(request("/connections"))).answer()).body !== "3") await sleep(20);
  await asks.send(request("/close-idle"));
  assert.strictEqual((await asks.answer()).body, "idle ones are closed");
  await idle.end();
  assert.strictEqual(busy.ended, false);
  await asks.send(request("/close-all"));
  assert.strictEqual((await asks.answer()).body, "all are closed");
  await Promise.all([busy.end(), asks.end()]);
  assert.strictEqual((await one(closing.port, "/now")).body, "now ");
  await stopServer(closing);
});
finish();
