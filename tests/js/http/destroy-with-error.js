// res.destroy(error) and req.destroy(error) end the connection; the server hears of it, and nothing is uncaught.
const assert = require("node:assert");
const http = require("node:http");

const heard = [];
const server = http.createServer((q, r) => {
  if (q.url === "/res") r.destroy(new Error("res"));
  else q.destroy(new Error("req"));
});
server.listen(0, async () => {
  const get = (path) =>
    new Promise((resolve) => http.get({ port: server.address().port, path, agent: false }).on("error", (error) => resolve(error.code)));
  assert.strictEqual(await get("/res"), "ECONNRESET");
  server.on("clientError", (error) => heard.push(error.message));
  assert.strictEqual(await get("/res"), "ECONNRESET");
  assert.strictEqual(await get("/req"), "ECONNRESET");
  server.close();
});
process.on("exit", () => assert.deepStrictEqual(heard, ["res", "req"]));
