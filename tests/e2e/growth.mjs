// A million keep-alive requests, and 20,000 connections opened and closed, leave memory and descriptors where they were.
// Usage: node tests/e2e/growth.mjs RONDO
import assert from "node:assert";
import net from "node:net";
import { descriptors, residentKiB, sleep, slowBuild, startServer, stopServer, wrk } from "../fixtures/e2e/server.mjs";

const kRequests = slowBuild ? 50_000 : 1_000_000;
const kConnections = slowBuild ? 2_000 : 20_000;
const kGrowthKiB = 24 * 1024; // V8's young generation alone may grow by 16 MiB meanwhile

function connectOnce(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
    socket.on("data", () => socket.end());
    socket.on("close", resolve);
    socket.on("error", reject);
  });
}

const server = await startServer(process.argv[2], "examples/hello-server.js");
const pid = server.child.pid;
try {
  // The first round fills V8's heap and the allocator's arenas to their working size.
  await wrk(server.port, slowBuild ? 2 : 4);
  for (let i = 0; i < 500; i++) await connectOnce(server.port);
  await sleep(300);
  const before = { rss: residentKiB(pid), fds: descriptors(pid) };

  let requests = 0;
  while (requests < kRequests) requests += await wrk(server.port, 5);
  let left = kConnections;
  const lane = async () => {
    while (left-- > 0) await connectOnce(server.port);
  };
  await Promise.all(Array.from({ length: 32 }, lane));
  await sleep(500);
  const after = { rss: residentKiB(pid), fds: descriptors(pid) };
  console.log(`${requests} requests and ${kConnections} connections: ${before.rss} to ${after.rss} KiB, ` +
    `${before.fds} to ${after.fds} descriptors`);
  assert.strictEqual(after.fds, before.fds, "descriptors");
  if (!slowBuild) assert(after.rss - before.rss < kGrowthKiB, `memory grew from ${before.rss} to ${after.rss} KiB`);
} finally {
  await stopServer(server);
}
console.log("1 passed, 0 failed");
