// When 'close' comes, in turns of the tick queue: behind 'end' and 'finish' at once, behind an early destroy two turns later.
"use strict";
const assert = require("assert");
const http = require("http");

let turn = 0;
function countTurns() {
  turn = 0;
  const count = (left) => process.nextTick(() => ((turn += 1), left > 0 && count(left - 1)));
  count(8);
}
const log = [];
const note = (text) => log.push(`${text} ${turn}`);

const handlers = {
  "/later": (request, response) => {
    request.on("end", () => note("request end"));
    request.on("close", () => note("request close"));
    response.on("finish", () => note("finish"));
    response.on("close", () => note("close"));
    setImmediate(() => {
      countTurns();
      response.end("x");
    });
  },
  "/destroy": (request, response) => {
    request.on("aborted", () => note("aborted"));
    request.on("close", () => note("request close"));
    response.on("finish", () => note("finish"));
    response.on("close", () => note("close"));
    setImmediate(() => {
      countTurns();
      response.end("x");
      request.destroy();
    });
  },
};
const server = http.createServer((request, response) => handlers[request.url](request, response));
server.listen(0, "127.0.0.1", async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const port = server.address().port;
  const get = (path) => http.get({ port, host: "127.0.0.1", agent, path });
  await new Promise((resolve) => {
    get("/later").on("response", (response) => response.resume().on("close", resolve));
  });
  assert.deepStrictEqual(log.splice(0), ["finish 1", "request end 2", "close 2", "request close 3"]);

  await new Promise((resolve) => {
    get("/destroy")
      .on("response", (response) => response.resume())
      .on("error", () => {})
      .on("close", resolve);
  });
  assert.deepStrictEqual(log.splice(0), ["aborted 0", "finish 1", "close 2", "request close 3"]);

  await new Promise((resolve) => setTimeout(resolve, 20)); // the destroyed connection leaves the pool
  // A client's response closes before the next request gets its socket.
  await new Promise((resolve) => {
    get("/later").on("response", (response) => {
      response.on("end", () => log.push("end"));
      response.on("close", () => log.push("response close"));
      log.length = 0;
      response.resume();
    });
    get("/later").on("prefinish", () => log.push("next request")).on("response", (response) => response.resume().on("end", resolve));
  });
  assert.deepStrictEqual(log.splice(0, 3), ["end", "response close", "next request"]);

  // setTimeout's 'timeout' is told to listeners of the socket first.
  const silent = http.get({ port, host: "127.0.0.1", path: "/later", agent: false });
  silent.on("socket", (socket) => socket.on("timeout", () => log.push("socket timeout")));
  silent.setTimeout(50, () => log.push("request timeout"));
  assert.strictEqual(silent.timeout, undefined);
  silent.on("error", () => {});
  silent.on("socket", (socket) => socket.on("connect", () => socket.emit("timeout")));
  silent.on("timeout", () => silent.destroy());
  await new Promise((resolve) => silent.on("close", resolve));
  assert.deepStrictEqual(log.filter((line) => line.endsWith("timeout")), ["socket timeout", "request timeout"]);
  agent.destroy();
  server.close();
  server.closeAllConnections();
});
