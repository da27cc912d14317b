// Clients that go away in the middle, send half, trickle, or are too many: the server lets go of what was theirs and serves others.
// Usage: node tests/e2e/bad-clients.mjs RONDO
import assert from "node:assert";
import fs from "node:fs";
import path from "node:path";
import { check, finish, run } from "../fixtures/e2e/check.mjs";
import { connect, get, received, stats, until } from "../fixtures/bad-input/clients.mjs";
import { root, sleep, slowBuild, startServer, stopServer } from "../fixtures/e2e/server.mjs";

const rondo = path.resolve(process.argv[2]);
const script = "tests/fixtures/bad-input/streaming-server.js";
const kClients = slowBuild ? 10 : 50;
const server = await startServer(rondo, script, { args: [JSON.stringify({ headersTimeout: 1000, connectionsCheckingInterval: 100 })] });
const { port } = server;
const first = await stats(port);
/** Nothing of the bad clients is left, and a good one is answered. */
const clean = (what) => until(port, (s) => s.connections === 1 && s.sources === 0 && s.descriptors === first.descriptors, what);

await check("gone in the middle of a large answer", async () => {
  const before = await stats(port);
  const clients = Array.from({ length: kClients }, async (_, i) => {
    const socket = await connect(port, "GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    await received(socket, 100_000);
    if (i % 2 === 0) socket.resetAndDestroy();
    else socket.destroy();
  });
  await Promise.all(clients);
  const after = await clean("the end of the connections");
  assert.strictEqual(after.closedEarly - before.closedEarly, kClients);
  assert.strictEqual(after.finished, before.finished);
});

await check("gone before the first byte of the answer", async () => {
  const clients = Array.from({ length: kClients }, async () => {
    const socket = await connect(port, "GET /later HTTP/1.1\r\nHost: a\r\n\r\nGET /later HTTP/1.1\r\nHost: a\r\n\r\n");
    socket.destroy();
  });
  await Promise.all(clients);
  await sleep(300);
  await clean("the end of the connections");
});

await check("gone while the program writes on", async () => {
  const socket = await connect(port, "GET /drip HTTP/1.1\r\nHost: a\r\n\r\n");
  await received(socket, 100);
  const before = await stats(port);
  socket.resetAndDestroy();
  await until(port, (s) => s.writesAfter >= 20, "the last write");
  assert(before.writesAfter < 20);
  await clean("the end of the connection");
});

await check("gone in the middle of an upload", async () => {
  const before = await stats(port);
  const head = ["Content-Length: 1000000", "Transfer-Encoding: chunked"];
  const clients = Array.from({ length: kClients }, async (_, i) => {
    const body = i % 2 ? "10000\r\n" : "";
    const socket = await connect(port, `POST /upload HTTP/1.1\r\nHost: a\r\n${head[i % 2]}\r\n\r\n${body}${"x".repeat(1000)}`);
    while ((await stats(port)).uploads < before.uploads + 1) await sleep(5);
    if (i % 4 < 2) socket.resetAndDestroy();
    else socket.destroy();
  });
  await Promise.all(clients);
  const after = await until(port, (s) => s.uploads - before.uploads === s.aborted - before.aborted && s.connections === 1, "'aborted' of all");
  assert.strictEqual(after.errors.ECONNRESET - (before.errors.ECONNRESET ?? 0), after.aborted - before.aborted);
  await clean("the end of the connections");
});

await check("a client that ends its half gets its answer", async () => {
  const socket = await connect(port, undefined, { allowHalfOpen: true });
  socket.end("GET /large HTTP/1.1\r\nHost: a\r\nX-Bytes: 3000000\r\n\r\n");
  await socket.gone;
  assert(socket.received > 3_000_000, `${socket.received}`);
  await clean("the end of the connection");
});

await check("a client that ends in the middle of a body", async () => {
  const socket = await connect(port, "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc", { allowHalfOpen: true });
  socket.end();
  await socket.gone;
  assert.match(socket.text, /^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/);
  await clean("the end of the connection");
});

await check("a head that trickles in is cut off, byte by byte though it comes", async () => {
  const socket = await connect(port, "GET / HTTP/1.1\r\nHost: a\r\nX-A: ");
  const timer = setInterval(() => socket.write("b"), 20);
  const began = Date.now();
  await socket.gone;
  clearInterval(timer);
  assert.match(socket.text, /^HTTP\/1\.1 408 Request Timeout\r\n/);
  assert(Date.now() - began >= 900);
});

await check("connections that say nothing are cut off", async () => {
  const sockets = await Promise.all(Array.from({ length: kClients }, () => connect(port)));
  await Promise.all(sockets.map((socket) => socket.gone));
  await clean("the end of the connections");
});

await check("much garbage costs no memory and no descriptors", async () => {
  let seed = 7;
  const random = (below) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 8) % below;
  const good = ["GET / HTTP/1.1\r\nHost: a\r\nX-A: b\r\n\r\n", "POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nT: u\r\n\r\n"];
  const mutated = () => {
    let text = good[random(2)];
    for (let i = random(4); i >= 0; i--) {
      const at = random(text.length);
      const way = random(4);
      if (way === 0) text = text.slice(0, at) + String.fromCharCode(random(256)) + text.slice(at + 1);
      else if (way === 1) text = text.slice(0, at) + text.slice(at + 1 + random(5));
      else if (way === 2) text = text.slice(0, at) + text.slice(at - random(10), at) + text.slice(at);
      else text = text.slice(0, at) + "\r\n"[random(2)] + text.slice(at);
    }
    return text;
  };
  const round = async (count) => {
    const lane = async () => {
      while (count-- > 0) {
        const socket = await connect(port, mutated());
        socket.end();
        await socket.gone;
      }
    };
    await Promise.all(Array.from({ length: 16 }, lane));
    assert.strictEqual(await get(port, "/"), "ok\n");
    return clean("the end of the garbage");
  };
  const before = await round(slowBuild ? 300 : 2000);
  const after = await round(slowBuild ? 500 : 6000);
  if (!slowBuild) assert(after.rss - before.rss < 24 << 20, `memory grew from ${before.rss} to ${after.rss}`);
});

const last = await stopServer(server);
await check("the server was alive to the end", async () => {
  assert.strictEqual(last.signal, "SIGTERM", server.stderr());
  assert.doesNotMatch(server.stderr(), /Error/);
});

await check("more connections than descriptors: the server survives and serves again", async () => {
  const limited = await startServer("/bin/bash", script, { flags: ["-c", 'ulimit -n 40; exec "$0" "$@"', rondo] });
  try {
    assert.strictEqual(await get(limited.port, "/"), "ok\n");
    const sockets = await Promise.all(Array.from({ length: 100 }, () => connect(limited.port, "GET / HT")));
    await sleep(300);
    const idle = await run("bash", ["-c", `a=($(cat /proc/${limited.child.pid}/stat)); sleep 1; b=($(cat /proc/${limited.child.pid}/stat)); echo $((b[13] + b[14] - a[13] - a[14]))`]);
    assert(Number(idle.out) < 60, `the server used ${idle.out.trim()} % of a core while it had no descriptors`);
    for (const socket of sockets) socket.destroy();
    let answer = "";
    for (let i = 0; i < 100 && answer !== "ok\n"; i++) {
      answer = await get(limited.port, "/").catch(() => "");
      if (answer === "") await sleep(50);
    }
    assert.strictEqual(answer, "ok\n");
    assert.strictEqual(limited.child.exitCode, null);
  } finally {
    await stopServer(limited);
  }
});

await check("what would split a response is refused", async () => {
  const fixture = path.join(root, "tests/fixtures/bad-input/response-splitting");
  const { code, out, err } = await run(rondo, [`${fixture}.js`]);
  assert.strictEqual(code, 0, err);
  assert.strictEqual(out, fs.readFileSync(`${fixture}.out`, "utf8"));
});
finish();
