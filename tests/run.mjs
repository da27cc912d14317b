// Runs a folder of test scripts, each in a process of its own, and says which failed.
// Usage: node tests/run.mjs RONDO FOLDER [--repeat N] [--attempts N] [--filter TEXT]
//
// --attempts: a script passes when one of N runs does. For programs whose order depends on a few milliseconds of the clock,
// which a busy machine may not keep; what needed a further attempt is counted in the last line but one.
//
// A script passes when it exits as expected. NAME.out beside NAME.js: its output must be equal to the letter.
// Comment lines at its beginning change what is expected or given:
//   // expect-exit: 3            // expect-stdout: REGEXP      // expect-stderr: REGEXP
//   // flags: --check            // args: a b                  // stdin: TEXT        // env: NAME=VALUE
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const [rondoArgument, folder, ...rest] = process.argv.slice(2);
const rondo = path.resolve(rondoArgument ?? "");
if (!rondoArgument || !folder) {
  console.error("usage: node tests/run.mjs RONDO FOLDER [--repeat N] [--attempts N] [--filter TEXT]");
  process.exit(2);
}
const option = (name, fallback) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : fallback);
const repeat = Number(option("--repeat", "1"));
const attempts = Number(option("--attempts", "1"));
const filter = option("--filter", "");
const kTimeoutMs = 120_000;

function directives(file) {
  const found = {};
  for (const line of fs.readFileSync(file, "utf8").split("\n")) {
    if (line.startsWith("#!")) continue;
    if (!line.startsWith("//")) break;
    const match = /^\/\/ (expect-exit|expect-stdout|expect-stderr|flags|args|stdin|env): ?(.*)$/.exec(line);
    if (match) found[match[1]] = match[2];
  }
  return found;
}

function run(file) {
  const d = directives(file);
  const words = (text) => (text ? text.split(/\s+/).filter(Boolean) : []);
  const env = { ...process.env, TZ: "UTC", NO_COLOR: "1" };
  for (const pair of words(d.env)) env[pair.slice(0, pair.indexOf("="))] = pair.slice(pair.indexOf("=") + 1);
  // The resolved folder is the working directory, so that scripts find their fixtures by relative names too.
  const child = spawn(rondo, [...words(d.flags), file, ...words(d.args)], { cwd: path.dirname(file), env });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (b) => (stdout += b));
  child.stderr.on("data", (b) => (stderr += b));
  child.stdin.on("error", () => {});
  child.stdin.end(d.stdin ?? "");
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), kTimeoutMs);
    child.on("error", (error) => resolve([String(error)]));
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const faults = [];
      const status = signal ? 128 + os.constants.signals[signal] : code;
      const expected = Number(d["expect-exit"] ?? 0);
      if (status !== expected) faults.push(`exit status ${status}${signal ? ` (${signal})` : ""}, expected ${expected}`);
      const golden = file.replace(/\.[cm]?js$/, ".out");
      if (fs.existsSync(golden) && stdout !== fs.readFileSync(golden, "utf8")) {
        faults.push(`the output is not that of ${path.basename(golden)}`);
      }
      for (const stream of ["stdout", "stderr"]) {
        const pattern = d[`expect-${stream}`];
        if (pattern && !new RegExp(pattern, "s").test(stream === "stdout" ? stdout : stderr)) {
          faults.push(`${stream} does not match ${pattern}`);
        }
      }
      if (faults.length > 0) faults.push(stdout.slice(-2000), stderr.slice(-3000));
      resolve(faults);
    });
  });
}

const files = fs
  .readdirSync(folder, { recursive: true })
  .filter((f) => /\.[cm]?js$/.test(f) && !/(^|\/)(fixtures|node_modules)\//.test(f) && f.includes(filter))
  .sort();
let passed = 0;
let failed = 0;
let again = 0;
const queue = files.flatMap((f) => Array.from({ length: repeat }, () => f));
async function worker() {
  for (let file; (file = queue.shift()) !== undefined; ) {
    let faults = await run(path.resolve(folder, file));
    for (let i = 1; i < attempts && faults.length > 0; i++) {
      again++;
      faults = await run(path.resolve(folder, file));
    }
    if (faults.length === 0) {
      passed++;
    } else {
      failed++;
      console.log(`FAIL ${file}\n${faults.filter(Boolean).join("\n").replace(/^/gm, "     ")}`);
    }
  }
}
await Promise.all([worker(), worker()]);
if (again > 0) console.log(`(${again} further attempts)`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
