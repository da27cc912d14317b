// What is said of a loop that is stuck, while it is: the call, its arguments and the line.
// Usage: node tests/e2e/stuck-loop.mjs RONDO
import assert from "node:assert";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { check, finish } from "../fixtures/e2e/check.mjs";

const rondo = path.resolve(process.argv[2]);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rondo-stuck-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
const fifo = path.join(folder, "fifo");
execFileSync("mkfifo", [fifo]);
const quoted = JSON.stringify(fifo);

/** What stands after the task in the first report, upon which the program is ended. `meanwhile` runs after 300 ms. */
function heldBy(source, meanwhile = () => {}, stdout = "ignore") {
  const child = spawn(rondo, ["-e", source], { stdio: ["ignore", stdout, "pipe"] });
  let err = "";
  child.stderr.on("data", (data) => {
    err += data;
    if (/has been held.*\n/.test(err)) child.kill("SIGKILL");
  });
  setTimeout(meanwhile, 300);
  return new Promise((resolve) => child.on("close", () => resolve(err.trimEnd().replace(/^.*?\([a-z]+\), /, ""))));
}
const cksum = execFileSync("cksum", { input: Buffer.alloc(300_000, "abc"), encoding: "utf8" }).split(" ")[0];
const load = (call) => `function load() {\n  ${call};\n}\nload();`;
const inReadFile = `now in readFileSync('${fifo}') at load ([eval]:2:6)`;

await check("JavaScript", async () => {
  assert.strictEqual(await heldBy("function spin() {\n  for (;;);\n}\nspin();"), "now at spin ([eval]:2:3)");
});
await check("a FIFO that nobody opens", async () => {
  assert.strictEqual(await heldBy(load(`fs.readFileSync(${quoted})`)), inReadFile);
  assert.match(await heldBy(load(`fs.openSync(${quoted})`)), /^now in openSync\('.*'\) at load /);
});
await check("a FIFO whose writer writes nothing", async () => {
  let writer;
  const open = () => (writer = spawn("sh", ["-c", `exec sleep 20 > '${fifo}'`], { stdio: "ignore" }));
  assert.strictEqual(await heldBy(load(`fs.readFileSync(${quoted})`), open), inReadFile);
  writer.kill();
});
await check("standard output that nobody reads", async () => {
  const full = fs.openSync(fifo, "r+");
  const write = load("fs.writeSync(1, Buffer.alloc(1 << 20))");
  assert.strictEqual(await heldBy(write, undefined, full), "now in writeSync(1, 1.0 MiB) at load ([eval]:2:6)");
  const log = load("console.log('x'.repeat(1 << 20))");
  assert.strictEqual(await heldBy(log, undefined, full), "now in write(1, 1.0 million characters) at load ([eval]:2:11)");
  fs.closeSync(full);
});
await check("a call is not cut short by the question", async () => {
  const read = spawn(rondo, ["-e", `console.log(fs.readFileSync(${quoted}, 'utf8'))`], { stdio: ["ignore", "pipe", "ignore"] });
  let out = "";
  read.stdout.on("data", (data) => (out += data));
  const done = new Promise((resolve) => read.on("close", resolve));
  const writer = spawn("sh", ["-c", `(echo one; sleep 3; echo two) > '${fifo}'`], { stdio: "ignore" });
  assert.strictEqual(await done, 0);
  assert.strictEqual(out, "one\ntwo\n\n");
  writer.kill();
  // A write that waits until somebody reads, in two forms.
  for (const call of ["fs.writeSync(1, bytes)", "fs.writevSync(1, [bytes.subarray(0, 100_000), bytes.subarray(100_000)])"]) {
    const write = `const bytes = Buffer.alloc(300_000, 'abc'); console.error(${call})`;
    const { status, stderr } = spawnSync("sh", ["-c", `'${rondo}' -e "${write}" | (sleep 3; cksum) >&2`], { encoding: "utf8" });
    assert.strictEqual(status, 0);
    assert.match(stderr, /^300000$/m);
    assert.match(stderr, new RegExp(`^${cksum} 300000$`, "m"));
  }
});
await check("a program that handles the signal by which the thread is woken hears nothing of it", async () => {
  const source = `process.on('SIGURG', () => console.error('heard'));${load(`fs.readFileSync(${quoted})`)}`;
  assert.strictEqual(await heldBy(source), "now in readFileSync");
});
finish();
