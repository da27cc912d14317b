// What most programs do, for tools/make_snapshot.cc: the functions of lib/ that run here have their code in the snapshot.
// It writes nothing, and connects only to itself.
const { EventEmitter } = require("node:events");
const fs = require("node:fs");
const http = require("node:http");
const os = require("node:os");
const path = require("node:path");
const { Readable, Writable } = require("node:stream");
const url = require("node:url");
const util = require("node:util");

new EventEmitter().on("event", () => {}).once("event", () => {}).emit("event", 1);
const text = fs.readFileSync(path.join(__dirname, path.basename(__filename)), "utf8");
fs.existsSync(__filename);
Buffer.from(text).toString("utf8");
Buffer.concat([Buffer.from("a"), Buffer.alloc(2)]);
new URL("http://user@localhost:80/a?b=c#d").searchParams.get("b");
url.fileURLToPath(url.pathToFileURL(__filename));
util.inspect({ a: [1, "two", null], b: new Map([[1, 2]]) });
util.format("%s %d %j", "a", 1, {});
process.argv.slice(2);
process.env.HOME;
process.cwd();
process.on("exit", () => {});

fs.readFile(__filename, () => {});
fs.promises.readFile(__filename, "utf8").then(() => {});
Readable.from(["a", "b"]).pipe(new Writable({ write: (chunk, encoding, done) => done() }));
setTimeout(() => {}, 1);
clearTimeout(setTimeout(() => {}, 1000));
setImmediate(() => {});
process.nextTick(() => {});
queueMicrotask(() => {});
Promise.reject(new Error("handled later")).catch(() => {});
import("./warm_up_module.mjs");

const socketPath = path.join(os.tmpdir(), `rondo-warm-up-${process.pid}`);
const server = http.createServer((request, response) => {
  response.setHeader("content-type", "text/plain");
  request.on("data", () => {}).on("end", () => response.end(`${request.method} ${request.url} ${request.headers.host}`));
});
server.on("error", () => {}); // without a folder for the socket there is simply less to warm up
server.listen(socketPath, () => {
  const request = http.request({ socketPath, method: "POST", agent: false }, (response) => {
    response.on("data", () => {}).on("end", () => server.close());
  });
  request.on("error", () => server.close());
  request.end("body");
});
