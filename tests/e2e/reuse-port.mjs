// Servers that share a port: one leaves and another comes, under load, and no request fails.
// Usage: node tests/e2e/reuse-port.mjs RONDO
import assert from "node:assert";
import http from "node:http";
import net from "node:net";
import { check, finish } from "../fixtures/e2e/check.mjs";
import { sleep, slowBuild, startServer, stopServer } from "../fixtures/e2e/server.mjs";

const start = (port = 0) => startServer(process.argv[2], "tests/fixtures/reuse-port/server.js", { env: { PORT: String(port) } });

/** One GET; resolves with the body, rejects on any failure. */
const get = (port, route, agent) =>
  new Promise((resolve, reject) => {
    const request = http.get({ host: "127.0.0.1", port, path: route, agent }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text) => (body += text));
      response.on("error", reject);
      response.on("end", () => (response.statusCode === 200 ? resolve(body.trim()) : reject(new Error(`status ${response.statusCode}`))));
    });
    request.on("error", reject);
  });

await check("one of two servers is restarted again and again under load", async () => {
  const restarts = slowBuild ? 1 : 4;
  const steady = await start();
  const { port } = steady;
  let other = await start(port);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });
  const answers = new Map();
  const failures = [];
  let going = true;
  const client = async () => {
    while (going) {
      try {
        const pid = await get(port, "/", agent);
        answers.set(pid, (answers.get(pid) ?? 0) + 1);
      } catch (error) {
        failures.push(error.message);
      }
      await sleep(Math.random() * 20);
    }
  };
  const clients = Array.from({ length: 32 }, client);
  for (let i = 0; i < restarts; i++) {
    await sleep(200);
    const leaver = other;
    other = await start(port);
    const { code } = await stopServer(leaver);
    assert.strictEqual(code, 0, `the server left with status ${code}: ${leaver.stderr()}`);
    await sleep(200);
  }
  going = false;
  await Promise.all(clients);
  agent.destroy();
  const total = [...answers.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${total} requests, ${answers.size} servers, ${failures.length} failed`);
  assert.deepStrictEqual(failures, []);
  assert(answers.size >= 2, `only ${answers.size} servers answered`);
  await stopServer(steady);
  await stopServer(other);
});

await check("connections that wait to be accepted when a server closes are served", async () => {
  const server = await start();
  const leaving = get(server.port, "/leave", false);
  await sleep(100); // it holds its loop now, for 300 ms
  const waiting = [];
  for (let i = 0; i < 20; i++) waiting.push(get(server.port, "/", false));
  const results = await Promise.allSettled([leaving, ...waiting]);
  const failed = results.filter(({ status }) => status === "rejected").map(({ reason }) => reason.message);
  assert.deepStrictEqual(failed, []);
  assert.strictEqual((await server.ended).code, 0);
});

await check("a closed server takes no further connections", async () => {
  const server = await start();
  await get(server.port, "/leave", false);
  await server.ended;
  const refused = await new Promise((resolve) => {
    const socket = net.connect(server.port, "127.0.0.1", () => resolve("connected"));
    socket.on("error", (error) => resolve(error.code));
  });
  assert.strictEqual(refused, "ECONNREFUSED");
});

finish();
