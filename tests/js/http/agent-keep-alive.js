// An agent keeps connections, limits their number, and makes requests wait.
const assert = require("node:assert");
const http = require("node:http");
const { serve } = require("../../fixtures/http/raw");

const ports = new Set();
let open = 0;
let most = 0;
serve({}, (q, r) => {
  ports.add(q.socket.remotePort);
  most = Math.max(most, ++open);
  setTimeout(() => {
    open--;
    r.end(q.url);
  }, 10);
}, async (port) => {
  const ask = (agent, path = "/") =>
    new Promise((resolve, reject) => {
      const req = http.get({ port, agent, path }, (res) => {
        let text = "";
        res.on("data", (d) => (text += d));
        res.on("end", () => setImmediate(resolve, [text, req.reusedSocket]));
      });
      req.on("error", reject);
    });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 2 });
  assert.deepStrictEqual(await ask(agent, "/1"), ["/1", false]);
  assert.deepStrictEqual(await ask(agent, "/2"), ["/2", true]);
  assert.strictEqual(ports.size, 1);
  const name = agent.getName({ port });
  assert.strictEqual(name, `localhost:${port}:`);
  assert.strictEqual(agent.freeSockets[name].length, 1);
  assert.strictEqual(agent.totalSocketCount, 1);
  const many = Promise.all([1, 2, 3, 4, 5].map((n) => ask(agent, `/${n}`)));
  await new Promise(setImmediate);
  assert.strictEqual(agent.requests[name].length, 3);
  assert.deepStrictEqual((await many).map((x) => x[0]), ["/1", "/2", "/3", "/4", "/5"]);
  assert.strictEqual(most, 2);
  assert.strictEqual(ports.size, 2);
  agent.destroy();
  ports.clear();
  const closing = new http.Agent();
  await ask(closing);
  await ask(closing);
  assert.strictEqual(ports.size, 2);
});
