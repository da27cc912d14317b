// Rondo's WebSocket against the server of the npm package `ws`, which runs on the machine's Node: it needs node:crypto.
// Usage: node tests/e2e/websocket.mjs RONDO
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { check, finish, run } from "../fixtures/e2e/check.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
if (!fs.existsSync(path.join(here, "node_modules/ws"))) {
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
}
const { WebSocketServer } = createRequire(import.meta.url)("ws");
const rondo = path.resolve(process.argv[2]);
const client = path.join(here, "../fixtures/websocket/ws-client.js");

let compressions = 0;
const pongs = [];
const server = new WebSocketServer({
  host: "127.0.0.1",
  port: 0,
  maxPayload: 64 * 1024 * 1024,
  perMessageDeflate: true,
  handleProtocols: (protocols) => (protocols.has("second") ? "second" : false),
  verifyClient: ({ req }) => !req.url.includes("refuse"),
});
server.on("connection", (ws, request) => {
  const query = new URL(request.url, "ws://host").searchParams;
  ws.on("error", () => {});
  if (ws.extensions !== "") compressions++;
  if (query.has("close")) {
    const code = query.get("close");
    if (code === "none") ws.close();
    else ws.close(Number(code), `code ${code}`);
  } else if (query.has("terminate")) {
    ws.terminate();
  } else if (query.has("fragments")) {
    for (const part of ["a,", "b,"]) ws.send(part, { fin: false });
    ws.ping("between");
    ws.on("pong", (data) => pongs.push(String(data)));
    ws.send("c,", { fin: true });
  } else if (query.has("flood")) {
    const data = Buffer.alloc(65536);
    let left = 8000;
    const send = () => (left-- > 0 ? ws.send(data, send) : ws.close(1000));
    for (let i = 0; i < 16; i++) if (left-- > 0) ws.send(data);
    send();
  } else {
    ws.on("message", (data, isBinary) => ws.send(data, { binary: isBinary }));
  }
});
await new Promise((resolve) => server.once("listening", resolve));
const url = `ws://127.0.0.1:${server.address().port}`;

for (const mode of ["echo", "protocol", "closed", "fragments", "many", "flood"]) {
  await check(mode, async () => {
    const { code, out, err } = await run(rondo, [client, mode, url]);
    assert.strictEqual(code, 0, err);
    assert.match(out, /fine\n$/);
  });
}
await check("pings were answered, and compression was not negotiated", () => {
  assert.deepStrictEqual(pongs, ["between"]);
  assert.strictEqual(compressions, 0);
});
server.close();
finish();
