// A long mixed load on one server: whole and broken requests, resets, slow clients, garbage, uploads, files and streams.
// Memory and descriptors must stay where they were. Loopback only; ends by itself.
// Usage: node bench/soak.mjs RONDO [--minutes N (0.1 to 120, default 30)] [--pause MS (between two steps of a client, default 20)]
//        [--clients LIST (names from the list below, separated by commas)]
import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const option = (name, fallback, least, most) => {
  const at = process.argv.indexOf(name);
  if (at < 0) return fallback;
  const value = Number(process.argv[at + 1]);
  if (value >= least && value <= most) return value;
  console.error(`soak: ${name} must be a number from ${least} to ${most}, got ${process.argv[at + 1]}`);
  process.exit(2);
};
const rondo = process.argv[2];
const minutes = option("--minutes", 30, 0.1, 120);
const pause = option("--pause", 20, 0, 10_000);
if (!rondo || !fs.existsSync(rondo)) {
  console.error(`soak: the first argument must be a runtime to start, got ${rondo}`);
  process.exit(2);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rondo-soak-"));
const file = path.join(folder, "file");
fs.writeFileSync(file, Buffer.alloc(300_000, "x"));
const server = spawn(rondo, [path.join(here, "workloads/soak-server.mjs"), file], { stdio: ["ignore", "pipe", "inherit"] });
process.on("exit", () => {
  server.kill();
  fs.rmSync(folder, { recursive: true, force: true });
});
process.on("SIGINT", () => process.exit(130));
server.on("exit", (code, signal) => {
  if (!done) console.error(`soak: the server ended: ${code ?? signal}`), process.exit(1);
});
let done = false;
const port = await new Promise((resolve) => server.stdout.once("data", (text) => resolve(Number(text))));

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const counts = {};
const count = (name) => (counts[name] = (counts[name] ?? 0) + 1);
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

function request(method, url, body, { agent: which = agent, abortAfter = Infinity } = {}) {
  return new Promise((resolve) => {
    const req = http.request({ port, host: "127.0.0.1", method, path: url, agent: which }, (res) => {
      let got = 0;
      res.on("data", (part) => {
        got += part.length;
        if (got >= abortAfter) req.destroy();
      });
      res.on("close", resolve);
    });
    req.on("error", resolve);
    req.end(body);
  });
}

// Sends the pieces with pauses between them, then does as `ending` says.
function raw(pieces, { gap = 0, ending = "end", patience = 3000 } = {}) {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    const timer = setTimeout(() => socket.destroy(), patience);
    socket.on("error", () => {});
    socket.on("data", () => {});
    socket.on("close", () => (clearTimeout(timer), resolve()));
    socket.on("connect", async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        socket.write(piece);
        if (gap) await sleep(gap);
      }
      if (ending === "reset") socket.resetAndDestroy();
      else if (ending === "end") socket.end();
    });
  });
}

const head = (url, more = "") => `GET ${url} HTTP/1.1\r\nHost: soak\r\n${more}\r\n`;
const noise = (bytes) => Buffer.from(Array.from({ length: bytes }, () => Math.random() * 256));
const large = Buffer.alloc(200_000, "y");
const clients = {
  hello: () => request("GET", "/hello"),
  json: () => request("POST", "/json", JSON.stringify({ a: [1, 2, 3], text: "z".repeat(400) })),
  brokenJson: () => request("POST", "/json", '{"a":'),
  echo: () => request("POST", "/echo", large),
  file: () => request("GET", "/file"),
  stream: () => request("GET", "/stream"),
  chunks: () => request("GET", "/chunks"),
  late: () => request("GET", "/late"),
  newConnection: () => request("GET", "/hello", undefined, { agent: false }),
  abortedDownload: () => request("GET", "/stream", undefined, { agent: false, abortAfter: 1000 }),
  abandoned: () => raw([head("/late")], { ending: "reset" }),
  pipelined: () => raw([head("/hello").repeat(20)], { patience: 500, ending: "none" }),
  pipelinedReset: () => raw([head("/file").repeat(8)], { ending: "reset" }),
  garbage: () => raw([noise(300)]),
  longGarbage: () => raw([head("/hello").slice(0, 30), noise(20_000)]),
  hugeHeader: () => raw([head("/hello", `X: ${"h".repeat(40_000)}\r\n`)]),
  slowHead: () => raw([...head("/hello")], { gap: 5 }),
  slowBody: () => raw(["POST /echo HTTP/1.1\r\nHost: soak\r\nContent-Length: 40\r\n\r\n", ..."slow body, byte by byte, for a while..."], { gap: 10 }),
  cutBody: () => raw(["POST /echo HTTP/1.1\r\nHost: soak\r\nContent-Length: 4000\r\n\r\nhalf"], { ending: "reset" }),
  badChunks: () => raw(["POST /echo HTTP/1.1\r\nHost: soak\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nbad\r\n"]),
  halfClosed: () => raw([head("/late")], { ending: "end" }),
  silent: () => raw([], { ending: "none", patience: 1500 }),
};

const status = () => {
  const text = fs.readFileSync(`/proc/${server.pid}/status`, "utf8");
  const stat = fs.readFileSync(`/proc/${server.pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  return {
    mib: Number(/VmRSS:\s+(\d+)/.exec(text)[1]) / 1024,
    descriptors: fs.readdirSync(`/proc/${server.pid}/fd`).length,
    cpu: (Number(stat[11]) + Number(stat[12])) / 100,
  };
};

const end = Date.now() + minutes * 60_000;
const lane = async (name, step) => {
  while (Date.now() < end) {
    await step();
    count(name);
    await sleep(pause * (0.5 + Math.random()));
  }
};
const idle = status();
const at = process.argv.indexOf("--clients");
const wanted = at < 0 ? Object.keys(clients) : process.argv[at + 1].split(",");
const unknown = wanted.find((name) => !clients[name]);
if (unknown !== undefined) {
  console.error(`soak: --clients knows no ${unknown}; there are ${Object.keys(clients).join(", ")}`);
  process.exit(2);
}
const lanes = wanted.map((name) => [name, clients[name]]).flatMap(([name, step]) => [lane(name, step), lane(name, step)]);
const samples = [];
const sampler = setInterval(() => {
  const now = status();
  samples.push(now);
  const total = Object.values(counts).reduce((a, b) => a + b, 0);
  console.log(`${samples.length} min: ${now.mib.toFixed(1)} MiB, ${now.descriptors} descriptors, ${now.cpu.toFixed(0)} s CPU, ${total} clients served`);
}, 60_000);
await Promise.all(lanes);
clearInterval(sampler);
agent.destroy();
await sleep(4000); // idle connections are closed by the server
const after = status();
done = true;

const mean = (list) => list.reduce((sum, s) => sum + s.mib, 0) / list.length;
samples.push(after);
const third = Math.max(1, Math.floor(samples.length / 3));
const [early, late] = [mean(samples.slice(0, third)), mean(samples.slice(-third))];
console.log(`clients: ${JSON.stringify(counts)}`);
console.log(`idle before: ${idle.mib.toFixed(1)} MiB, ${idle.descriptors} descriptors; after: ${after.mib.toFixed(1)} MiB, ${after.descriptors} descriptors`);
console.log(`first third ${early.toFixed(1)} MiB, last third ${late.toFixed(1)} MiB`);
const flat = late < early + 8 && after.descriptors <= idle.descriptors;
console.log(flat ? "flat: memory within 8 MiB, no descriptor left" : "NOT FLAT");
process.exit(flat ? 0 : 1);
