// http.Agent: options, defaults, names, limits, the order in which sockets are used.
"use strict";
const assert = require("assert");
const http = require("http");
const { EventEmitter } = require("events");

const throws = (code, act) => assert.throws(act, { code }, `${act}`);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const count = (table) => Object.values(table).flat().length;

const agent = new http.Agent();
const defaults = {
  defaultPort: 80, protocol: "http:", keepAlive: false, keepAliveMsecs: 1000, maxSockets: Infinity, maxFreeSockets: 256,
  maxTotalSockets: Infinity, scheduling: "lifo", totalSocketCount: 0, agentKeepAliveTimeoutBuffer: 1000,
};
for (const [name, value] of Object.entries(defaults)) assert.strictEqual(agent[name], value, name);
for (const name of ["requests", "sockets", "freeSockets"]) {
  assert.strictEqual(Object.getPrototypeOf(agent[name]), null);
  assert.deepStrictEqual(Object.keys(agent[name]), []);
}
assert.ok(agent instanceof EventEmitter);
const options = { keepAlive: true, keepAliveMsecs: 2000, maxSockets: 2, maxFreeSockets: 3, maxTotalSockets: 4, scheduling: "fifo", defaultPort: 99, protocol: "foo:" };
const other = new http.Agent(options);
for (const [name, value] of Object.entries(options)) assert.strictEqual(other[name], value, name);
for (const scheduling of ["x", 1, true]) throws("ERR_INVALID_ARG_VALUE", () => new http.Agent({ scheduling }));
for (const maxTotalSockets of ["1", {}, null]) throws("ERR_INVALID_ARG_TYPE", () => new http.Agent({ maxTotalSockets }));
for (const maxTotalSockets of [0, -1, NaN]) throws("ERR_OUT_OF_RANGE", () => new http.Agent({ maxTotalSockets }));
for (const bad of ["1", -1, NaN, Infinity, {}]) {
  assert.strictEqual(new http.Agent({ agentKeepAliveTimeoutBuffer: bad }).agentKeepAliveTimeoutBuffer, 1000);
}
assert.strictEqual(new http.Agent({ agentKeepAliveTimeoutBuffer: 0 }).agentKeepAliveTimeoutBuffer, 0);

assert.strictEqual(agent.getName(), "localhost::");
assert.strictEqual(agent.getName({ host: "h", port: 1, localAddress: "l" }), "h:1:l");
assert.strictEqual(agent.getName({ host: "h", port: 1, localAddress: "l", family: 6 }), "h:1:l:6");
assert.strictEqual(agent.getName({ host: "h", port: 1, socketPath: "/s" }), "h:1::/s");

// The agent's protocol and port are those of its requests.
throws("ERR_INVALID_PROTOCOL", () => http.request({ agent: other }));
const foreign = http.request({ agent: other, protocol: "foo:", host: "127.0.0.1", createConnection: undefined });
foreign.on("error", () => {}).destroy();
assert.deepStrictEqual([foreign.protocol, foreign.getHeader("host")], ["foo:", "127.0.0.1"]);

async function run() {
  let bodyOf = () => "x";
  const server = http.createServer((request, response) => response.end(bodyOf(request)));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const get = (from, path = "/", host = "127.0.0.1") =>
    new Promise((resolve, reject) => {
      const request = http.get({ port, host, agent: from, path }, (response) => {
        let text = "";
        response.on("data", (data) => (text += data));
        response.on("close", () => resolve({ request, text }));
      });
      request.on("error", reject);
    });

  // maxSockets, maxFreeSockets, 'free', keepSocketAlive, reuseSocket, agentRemove, timeouts
  const log = [];
  class Watched extends http.Agent {
    keepSocketAlive(socket) {
      log.push("keep");
      return super.keepSocketAlive(socket);
    }
    reuseSocket(socket, request) {
      log.push(`reuse ${request.path}`);
      super.reuseSocket(socket, request);
    }
    createConnection(given, callback) {
      log.push(`create ${given.host === "127.0.0.1"}`);
      return super.createConnection(given, callback);
    }
  }
  const watched = new Watched({ keepAlive: true, maxSockets: 2, maxFreeSockets: 1 });
  watched.on("free", (socket, given) => log.push(`free ${given.port === port}`));
  const name = watched.getName({ host: "127.0.0.1", port });
  const three = [get(watched, "/1"), get(watched, "/2"), get(watched, "/3")];
  assert.deepStrictEqual([watched.requests[name].length, watched.sockets[name].length, watched.totalSocketCount], [1, 2, 2]);
  await Promise.all(three);
  await wait(10);
  assert.deepStrictEqual([watched.requests[name], watched.sockets[name], watched.freeSockets[name].length, watched.totalSocketCount], [undefined, undefined, 1, 1]);
  assert.deepStrictEqual(log.splice(0).sort(), ["create true", "create true", "free true", "free true", "free true", "keep"]);
  assert.strictEqual((await get(watched, "/4")).request.reusedSocket, true);
  await wait(5);
  assert.deepStrictEqual(log.splice(0), ["reuse /4", "keep", "free true"]);
  watched.freeSockets[name][0].emit("timeout");
  await wait(5);
  assert.deepStrictEqual([watched.freeSockets[name], watched.totalSocketCount], [undefined, 0]);
  await get(watched, "/5");
  await wait(5);
  const removed = watched.freeSockets[name][0];
  removed.emit("agentRemove");
  assert.strictEqual(watched.totalSocketCount, 0);
  removed.destroy();
  watched.keepSocketAlive = () => false;
  await get(watched, "/6");
  await wait(5);
  assert.strictEqual(count(watched.freeSockets), 0);
  watched.destroy();

  // scheduling
  bodyOf = (request) => String(request.socket.remotePort);
  for (const [scheduling, place] of [["lifo", 1], ["fifo", 0]]) {
    const choosing = new http.Agent({ keepAlive: true, scheduling });
    await Promise.all([get(choosing), get(choosing)]);
    await wait(5);
    const ports = Object.values(choosing.freeSockets)[0].map((socket) => socket.localPort);
    assert.strictEqual(ports.indexOf(Number((await get(choosing)).text)), place, scheduling);
    choosing.destroy();
  }

  // maxTotalSockets: requests to several hosts are answered although kept sockets take all the places.
  const limited = new http.Agent({ keepAlive: true, maxTotalSockets: 1 });
  const all = [get(limited, "/"), get(limited, "/", "localhost"), get(limited, "/")];
  assert.strictEqual(limited.totalSocketCount, 1);
  assert.strictEqual(count(limited.requests), 2);
  await Promise.all(all);
  limited.destroy();

  // What the server says of its patience is taken into account.
  server.removeAllListeners("request");
  server.on("request", (request, response) => response.setHeader("Keep-Alive", "timeout=1").end());
  for (const [agentKeepAliveTimeoutBuffer, kept] of [[1000, undefined], [900, 100], [0, 1000]]) {
    const polite = new http.Agent({ keepAlive: true, timeout: 5000, agentKeepAliveTimeoutBuffer });
    await get(polite);
    await wait(5);
    assert.strictEqual(Object.values(polite.freeSockets).flat()[0]?.timeout, kept);
    polite.destroy();
  }

  // An agent of one request; an agent whose connections fail.
  assert.match((await get(false)).request.getHeader("host"), /^127\.0\.0\.1:/);
  const failing = new http.Agent();
  failing.createConnection = (given, callback) => void setTimeout(() => callback(new Error("no connection")), 2);
  await assert.rejects(get(failing), /no connection/);
  // destroy() ends what is in use.
  const used = new http.Agent();
  server.removeAllListeners("request");
  const pending = get(used);
  await wait(20);
  used.destroy();
  await assert.rejects(pending, { code: "ECONNRESET" });
  server.close();
  server.closeAllConnections();
}
run();
