// Drives examples/file-server.js and prints the comparison. Called by tools/demo.
// Usage: node tools/demo.mjs RONDO SECONDS MEGABYTES
import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";

const [rondo, secondsText, megabytesText] = process.argv.slice(2);
const seconds = Number(secondsText);
const megabytes = Number(megabytesText);
if (!rondo || !(seconds >= 1 && seconds <= 60) || !(megabytes >= 1 && megabytes <= 1024)) {
  console.error("usage: node tools/demo.mjs RONDO SECONDS(1-60) MEGABYTES(1-1024)");
  process.exit(2);
}
const large = path.join(os.tmpdir(), `rondo-demo-${process.pid}.bin`);
const children = new Set();

function makeLargeFile() {
  const block = Buffer.alloc(1024 * 1024, "rondo ");
  const fd = fs.openSync(large, "w");
  for (let i = 0; i < megabytes; i++) fs.writeSync(fd, block);
  fs.closeSync(fd);
}

function startServer() {
  const child = spawn(rondo, ["examples/file-server.js"], {
    env: { ...process.env, PORT: "0", LARGE_FILE: large },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  child.stderrText = "";
  child.stderr.on("data", (b) => (child.stderrText += b));
  return new Promise((resolve, reject) => {
    let out = "";
    child.on("exit", (code) => {
      children.delete(child);
      reject(new Error(`the server ended with status ${code}:\n${child.stderrText}`));
    });
    child.stdout.on("data", (b) => {
      out += b;
      const match = /http:\/\/127\.0\.0\.1:(\d+)/.exec(out);
      if (match) resolve({ child, port: Number(match[1]) });
    });
  });
}

function get(port, route) {
  return new Promise((resolve, reject) => {
    http
      .get({ port, host: "127.0.0.1", path: route, agent: false }, (response) => {
        let size = 0;
        let text = "";
        response.on("data", (b) => {
          size += b.length;
          if (size < 1 << 20) text += b;
        });
        response.on("end", () => resolve({ size, text }));
        response.on("error", reject);
      })
      .on("error", reject);
  });
}

const toMs = (text) => {
  const match = /^([\d.]+)(us|ms|s|m)$/.exec(text.trim());
  return match ? Number(match[1]) * { us: 1e-3, ms: 1, s: 1e3, m: 6e4 }[match[2]] : NaN;
};

function runWrk(port) {
  const child = spawn("wrk", ["-t1", "-c32", `-d${seconds}s`, "--latency", `http://127.0.0.1:${port}/ping`]);
  children.add(child);
  let out = "";
  child.stdout.on("data", (b) => (out += b));
  child.stderr.on("data", (b) => (out += b));
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new Error(`wrk could not be run: ${error.message}`)));
    child.on("exit", () => {
      children.delete(child);
      const pick = (re) => re.exec(out)?.[1] ?? "";
      const latency = /Latency\s+\S+\s+\S+\s+(\S+)/.exec(out)?.[1] ?? "";
      resolve({
        rate: Number(pick(/Requests\/sec:\s+([\d.]+)/)),
        p50: toMs(pick(/50%\s+(\S+)/)),
        p99: toMs(pick(/99%\s+(\S+)/)),
        max: toMs(latency),
        out,
      });
    });
  });
}

/** One manner: wrk on /ping, and a large file every quarter of a second. */
async function measure(route) {
  const { child, port } = await startServer();
  try {
    await get(port, "/ping");
    let going = true;
    let files = 0;
    const wrk = runWrk(port).finally(() => (going = false));
    const reader = (async () => {
      while (going) {
        const { size } = await get(port, route);
        if (size !== megabytes << 20) throw new Error(`${route} sent ${size} bytes`);
        files++;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    })();
    const load = await wrk;
    await reader;
    const all = JSON.parse((await get(port, "/long-tasks")).text);
    const tasks = all.filter((task) => task.kind !== "main"); // start-up, before there was anybody to wait
    return { ...load, files, tasks, reports: child.stderrText };
  } finally {
    child.removeAllListeners("exit");
    child.kill("SIGTERM");
    children.delete(child);
  }
}

function culprits(tasks) {
  const found = new Map();
  for (const { cause, duration } of tasks) {
    const at = cause.stack[0];
    const place = at ? `${path.relative(process.cwd(), at.file) || at.file}:${at.line}:${at.column}` : "(place unknown)";
    const name = `${cause.name || cause.type} at ${place}`;
    const entry = found.get(name) ?? { count: 0, total: 0 };
    entry.count++;
    entry.total += duration;
    found.set(name, entry);
  }
  return [...found].sort((a, b) => b[1].total - a[1].total);
}

function print(sync, async) {
  const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
  const longest = (tasks) => (tasks.length ? ms(Math.max(...tasks.map((t) => t.duration))) : "none over 50 ms");
  const rows = [
    ["", "readFileSync", "readFile"],
    ["/ping requests/s", sync.rate.toFixed(0), async.rate.toFixed(0)],
    ["/ping latency p50", ms(sync.p50), ms(async.p50)],
    ["/ping latency p99", ms(sync.p99), ms(async.p99)],
    ["/ping latency max", ms(sync.max), ms(async.max)],
    [`files of ${megabytes} MiB sent`, String(sync.files), String(async.files)],
    ["longest loop stall", longest(sync.tasks), longest(async.tasks)],
  ];
  console.log("");
  for (const [name, a, b] of rows) console.log(`  ${name.padEnd(26)}${a.padStart(18)}${b.padStart(18)}`);
  for (const [name, result] of [["readFileSync", sync], ["readFile", async]]) {
    console.log(`\n  Stalls named, ${name}:`);
    const list = culprits(result.tasks);
    if (list.length === 0) console.log("    none");
    for (const [place, { count, total }] of list.slice(0, 5)) {
      console.log(`    ${String(count).padStart(4)} x ${place}, ${total.toFixed(0)} ms in all`);
    }
  }
  const first = /rondo: long task[\s\S]*?waited.*\n/.exec(sync.reports);
  if (first) console.log(`\n  One of the reports that the server printed:\n\n${first[0].replace(/^/gm, "    ")}`);
}

try {
  console.log(`making a file of ${megabytes} MiB`);
  makeLargeFile();
  console.log(`readFileSync: wrk on /ping for ${seconds} s, large files meanwhile`);
  const sync = await measure("/blocking");
  console.log(`readFile:     the same`);
  const async = await measure("/non-blocking");
  print(sync, async);
} catch (error) {
  console.error(`tools/demo: ${error.message}`);
  process.exitCode = 1;
} finally {
  for (const child of children) child.kill("SIGKILL");
  fs.rmSync(large, { force: true });
}
