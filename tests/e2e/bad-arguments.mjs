// No argument, however odd, ends or blocks the process or shows its insides: every exported function of every built-in module, the
// methods of the objects they make, and the settings of servers (tests/fixtures/bad-input/).
// Usage: node tests/e2e/bad-arguments.mjs RONDO [MODULE | instance:NAME ...]
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { root, slowBuild } from "../fixtures/e2e/server.mjs";

const rondo = path.resolve(process.argv[2]);
const fixtures = path.join(root, "tests/fixtures/bad-input");
const kTimeout = slowBuild ? 300_000 : 120_000;
const kShare = slowBuild ? "10" : "2"; // One call in so many.
// More memory than there is must be an error there, too.
const env = { ...process.env, ASAN_OPTIONS: `${process.env.ASAN_OPTIONS ?? ""}:allocator_may_return_null=1` };

/** Runs a script in a directory of its own; resolves with what went wrong, or "". */
function run(script, ...args) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "rondo-arguments-"));
  const child = spawn(rondo, [path.join(fixtures, script), ...args], {
    cwd: directory,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let tail = "";
  const listen = (data) => (tail = (tail + data.toString("latin1")).slice(-6000));
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const timer = setTimeout(() => child.kill("SIGKILL"), kTimeout);
  return new Promise((resolve) => {
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const progress = path.join(directory, "progress");
      const last = fs.existsSync(progress) ? fs.readFileSync(progress, "latin1").trim() : "";
      fs.rmSync(directory, { recursive: true, force: true });
      if (code === 0) return resolve("");
      resolve(`ended with ${code ?? signal} at ${last || "its start"}\n${tail}`);
    });
  });
}

const instances = fs.readFileSync(path.join(fixtures, "instances.js"), "utf8").matchAll(/^ {2}"([^"]+)": \(/gm);
const all = [
  ...execFileSync(rondo, ["--list-builtins"], { encoding: "utf8" }).trim().split("\n"),
  ...[...instances].map((match) => `instance:${match[1]}`),
  "properties",
];
const subjects = process.argv.length > 3 ? process.argv.slice(3) : all;
let passed = 0;
let failed = 0;
for (const subject of subjects) {
  const trouble = subject === "properties" ? await run("odd-properties.js") : await run("argument-matrix.js", subject, kShare);
  if (trouble === "") passed++;
  else {
    failed++;
    console.log(`FAILED ${subject}: ${trouble}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
