// The order of what a program hears of a response that goes well. Node 20 calls the callback of end behind the listeners of
// 'finish', 24 and later before them; since 26 the end of a request without a body comes before the response's 'close'.
const assert = require("node:assert");
const http = require("node:http");

const log = [];
const server = http.createServer((q, r) => {
  q.on("end", () => log.push("q end"));
  q.on("close", () => log.push("q close"));
  r.on("prefinish", () => log.push("prefinish"));
  r.on("finish", () => log.push("finish", String(r.writableFinished)));
  r.on("close", () => {
    log.push("close");
    assert.strictEqual(r.destroyed, true);
    server.close();
  });
  process.nextTick(() => log.push("tick"));
  r.end("x", () => log.push("end callback"));
  log.push("ended");
  assert.strictEqual(r.writableEnded, true);
  assert.strictEqual(r.finished, true);
});
server.listen(0, () => {
  http.get({ port: server.address().port, agent: false }, (res) => res.resume());
});
process.on("exit", () => {
  assert.deepStrictEqual(log.slice(0, 3), ["prefinish", "ended", "tick"]);
  assert.deepStrictEqual(log.slice(3, 6).sort(), ["end callback", "finish", "true"]);
  assert.deepStrictEqual(log.slice(6, 8).sort(), ["close", "q end"]);
  assert.deepStrictEqual(log.slice(8), ["q close"]);
});
