// Clients that read slowly, or not at all, cost the server little memory, get all that was sent, and keep nobody waiting.
// Usage: node tests/e2e/slow-readers.mjs RONDO
import assert from "node:assert";
import net from "node:net";
import { check, finish } from "../fixtures/e2e/check.mjs";
import { get } from "../fixtures/bad-input/clients.mjs";
import { residentKiB, sleep, slowBuild, startServer, stopServer } from "../fixtures/e2e/server.mjs";
import { request } from "../fixtures/keep-alive/client.mjs";

const kClients = slowBuild ? 10 : 50;
const kBytes = 10 * 1024 * 1024;
const kGrowthKiB = 64 * 1024;
const server = await startServer(process.argv[2], "tests/fixtures/keep-alive/server.js");
const { port, child } = server;
const memory = () => residentKiB(child.pid);

/** Reads `step` bytes at most every few milliseconds; resolves with the number of bytes that came. */
function slowReader(route, bytes, pause) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: "127.0.0.1", highWaterMark: 16 * 1024 }, () =>
      socket.write(request(route, [`X-Bytes: ${bytes}`, "Connection: close"])));
    let count = 0;
    socket.on("data", (data) => {
      count += data.length;
      if (count < 2_000_000) {
        socket.pause();
        setTimeout(() => socket.resume(), pause);
      }
    });
    socket.on("end", () => resolve(count)).on("error", reject);
  });
}

await check(`${kClients} slow readers of 10 MiB each`, async () => {
  await slowReader("/large", kBytes, 0);
  const before = memory();
  let most = 0;
  let slowest = 0;
  const readers = Array.from({ length: kClients }, () => slowReader("/large", kBytes, 20));
  let done = false;
  const watch = (async () => {
    while (!done) {
      most = Math.max(most, memory());
      const began = Date.now();
      assert.match(await get(port, "/now"), /^now/);
      slowest = Math.max(slowest, Date.now() - began);
      await sleep(20);
    }
  })();
  const counts = await Promise.all(readers);
  done = true;
  await watch;
  for (const count of counts) assert(count > kBytes && count < kBytes + 1000, `${count} bytes came`);
  console.log(`memory: ${before} KiB before, ${most} KiB at most; others waited ${slowest} ms at most`);
  if (!slowBuild) assert(most - before < kGrowthKiB, `memory grew from ${before} to ${most} KiB`);
});

await check("clients that never read an answer", async () => {
  const before = memory();
  const sockets = await Promise.all(Array.from({ length: kClients }, () =>
    new Promise((resolve) => {
      const socket = net.connect(port, "127.0.0.1", () => resolve(socket));
      socket.on("error", () => {});
      socket.write(request("/large", [`X-Bytes: ${kBytes}`]));
      socket.pause();
    })));
  await sleep(500);
  const most = memory();
  assert.match(await get(port, "/now"), /^now/);
  for (const socket of sockets) socket.destroy();
  if (!slowBuild) assert(most - before < kGrowthKiB, `memory grew from ${before} to ${most} KiB`);
});

await check("a client that asks on and on, and never reads", async () => {
  const before = memory();
  let most = before;
  const text = request("/now").repeat(1000);
  const socket = net.connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.pause();
  // Until the server takes no more, or has taken 100 MB.
  let sent = 0;
  let taken = true;
  while (taken && sent < 100_000_000) {
    taken = await new Promise((resolve) => {
      const timer = setTimeout(resolve, 1000, false);
      socket.write(text, () => (clearTimeout(timer), resolve(true)));
    });
    sent += text.length;
    most = Math.max(most, memory());
  }
  console.log(`${sent} bytes of requests were taken; memory: ${before} KiB before, ${most} KiB at most`);
  assert.match(await get(port, "/now"), /^now/);
  socket.destroy();
  assert.strictEqual(taken, false, "the server never stopped reading");
  if (!slowBuild) assert(most - before < kGrowthKiB, `memory grew from ${before} to ${most} KiB`);
});

await check("a client that sends on and on what nobody reads", async () => {
  const before = memory();
  const socket = net.connect(port, "127.0.0.1");
  socket.on("error", () => {});
  await new Promise((resolve) => socket.write(request("/wait", ["Transfer-Encoding: chunked"], "POST"), resolve));
  const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
  let most = before;
  let sent = 0;
  let taken = true;
  while (taken && sent < 500_000_000) {
    taken = await new Promise((resolve) => {
      const timer = setTimeout(resolve, 1000, false);
      socket.write(chunk, () => (clearTimeout(timer), resolve(true)));
    });
    sent += chunk.length;
    most = Math.max(most, memory());
  }
  console.log(`${sent} bytes of a body were taken; memory: ${before} KiB before, ${most} KiB at most`);
  assert.strictEqual(await get(port, "/release"), "released");
  socket.destroy();
  assert.strictEqual(taken, false, "the server never stopped reading");
  if (!slowBuild) assert(most - before < kGrowthKiB, `memory grew from ${before} to ${most} KiB`);
});

assert.strictEqual((await stopServer(server)).signal, "SIGTERM");
finish();
