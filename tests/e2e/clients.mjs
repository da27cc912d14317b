// curl, wrk and Rondo's own http.get talk to one server.
// Usage: node tests/e2e/clients.mjs RONDO
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { startServer, stopServer, wrk } from "../fixtures/e2e/server.mjs";

const rondo = path.resolve(process.argv[2]);
const server = await startServer(rondo, "examples/hello-server.js");
const url = `http://127.0.0.1:${server.port}/`;
try {
  const curl = execFileSync("curl", ["-sS", "-i", "--max-time", "10", url], { encoding: "utf8" });
  assert.match(curl, /^HTTP\/1\.1 200 OK\r\n/);
  assert.match(curl, /\r\nDate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\n/);
  assert.match(curl, /\r\n\r\nHello from Rondo\n$/);
  const head = execFileSync("curl", ["-sS", "-I", "--max-time", "10", url], { encoding: "utf8" });
  assert.match(head, /^HTTP\/1\.1 200 OK\r\n/);
  assert((await wrk(server.port, 1)) > 100);
  const own = execFileSync(rondo, ["-e", `require('http').get('${url}', (r) => { r.setEncoding('utf8'); let t = '';
    r.on('data', (d) => t += d).on('end', () => console.log(r.statusCode, t.trim())); })`], { encoding: "utf8" });
  assert.strictEqual(own, "200 Hello from Rondo\n");
} finally {
  await stopServer(server);
}
console.log("1 passed, 0 failed");
