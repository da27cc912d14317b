// An Agent keeps sockets under the name that getName gives for a request's options and its own; a name that a program gives is
// used, and what the agent's own options say comes first.
const assert = require("node:assert");
const http = require("node:http");

const { Agent } = http;
const agent = new Agent();
assert.strictEqual(agent.getName(), "localhost::");
assert.strictEqual(agent.getName({}), "localhost::");
assert.strictEqual(agent.getName({ host: "a", port: 80 }), "a:80:");
assert.strictEqual(agent.getName({ host: "a", port: "80" }), "a:80:");
assert.strictEqual(agent.getName({ host: "a", port: 81 }), "a:81:");
assert.strictEqual(agent.getName({ host: "b", port: 81 }), "b:81:");
assert.strictEqual(agent.getName({ host: "b" }), "b::");
assert.strictEqual(agent.getName({ port: 81 }), "localhost:81:");
assert.strictEqual(agent.getName({ host: "a", port: 80, localAddress: "1.2.3.4", family: 4 }), "a:80:1.2.3.4:4");
assert.strictEqual(agent.getName({ host: "a", port: 80, socketPath: "/s" }), "a:80::/s");

class Named extends Agent {
  seen = [];
  getName(options) {
    this.seen.push([options.host, options.mark, Object.getPrototypeOf(options)]);
    return `mine:${super.getName(options)}`;
  }
}

const server = http.createServer((request, response) => response.end(request.headers.host)).listen(0, "127.0.0.1", async () => {
  const { port } = server.address();
  const get = (options) =>
    new Promise((resolve, reject) => {
      const request = http.get({ port, ...options }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece) => (text += piece));
        response.on("end", () => resolve([text, request]));
      });
      request.on("error", reject);
    });

  // A name of the program's own, made of the options of both.
  const named = new Named({ keepAlive: true, mark: "agent's" });
  await get({ host: "127.0.0.1", agent: named });
  await new Promise(setImmediate);
  assert.deepStrictEqual(Object.keys(named.freeSockets), [`mine:127.0.0.1:${port}:`]);
  assert.ok(named.seen.every(([host, mark, prototype]) => host === "127.0.0.1" && mark === "agent's" && prototype === null));
  named.destroy();

  // Where the agent's options tell the host, they count, for the connection and for the name; Host tells the request's.
  const fixed = new Agent({ keepAlive: true, host: "127.0.0.1", maxSockets: 1 });
  const answers = await Promise.all([get({ host: "nowhere.invalid", agent: fixed }), get({ host: "other.invalid", agent: fixed })]);
  assert.deepStrictEqual(answers.map(([text]) => text), [`nowhere.invalid:${port}`, `other.invalid:${port}`]);
  // A request that waited for the socket gets it from the one before: none was kept.
  assert.strictEqual(answers[1][1].reusedSocket, false);
  await new Promise(setImmediate);
  assert.deepStrictEqual(Object.keys(fixed.freeSockets), [`127.0.0.1:${port}:`]);
  fixed.destroy();
  server.close();
});
