// The order of a client's events, for requests that go well and for those that do not.
const assert = require("node:assert");
const http = require("node:http");
const { serve } = require("../../fixtures/http/raw");

const kNames = ["socket", "prefinish", "finish", "response", "error", "abort", "close"];
const watch = (req) => {
  const log = [];
  for (const name of kNames) req.on(name, (x) => log.push(name === "error" ? `error ${x.code}` : name));
  return new Promise((resolve) => req.on("close", () => setImmediate(resolve, log)));
};
serve({}, (q, r) => q.url !== "/hang" && r.end("x"), async (port) => {
  const options = { port, host: "127.0.0.1", agent: false };
  const ok = http.get(options, (res) => res.resume());
  assert.deepStrictEqual(await watch(ok), ["socket", "prefinish", "finish", "response", "close"]);
  const early = http.get(options);
  early.destroy();
  assert.deepStrictEqual(await watch(early), ["error ECONNRESET", "close"]);
  const hang = http.get({ ...options, path: "/hang" });
  setTimeout(() => hang.abort(), 30);
  assert.deepStrictEqual(await watch(hang), ["socket", "prefinish", "finish", "abort", "error ECONNRESET", "close"]);
  const refused = http.get({ ...options, port: 1 });
  assert.deepStrictEqual((await watch(refused)).at(-2), "error ECONNREFUSED");
});
