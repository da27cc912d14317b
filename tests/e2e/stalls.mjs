// Every program of tests/stalls is blamed rightly: the cause, the line of the culprit, and who waited; docs/stalls.md has them all.
// Usage: node tests/e2e/stalls.mjs RONDO [--filter TEXT] [--verbose]
//        node tests/e2e/stalls.mjs --write      writes the table of docs/stalls.md
import assert from "node:assert";
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { makeQuota } from "../fixtures/e2e/cpu_quota.mjs";
import { activities, places, programs, table } from "../fixtures/stalls/programs.mjs";

const kAttempts = 3;
const kTimeoutMs = 60_000;
const kDocument = path.resolve(import.meta.dirname, "../../docs/stalls.md");
const kPreload = path.resolve(import.meta.dirname, "../fixtures/stalls/preload.js");
const kTable = /(<!-- the table -->\n)[^]*?(<!-- end of the table -->)/;

if (process.argv[2] === "--write") {
  fs.writeFileSync(kDocument, fs.readFileSync(kDocument, "utf8").replace(kTable, (_, a, b) => a + table() + "\n" + b));
  process.exit();
}
const rondo = path.resolve(process.argv[2]);
const rest = process.argv.slice(3);
const filter = rest.includes("--filter") ? rest[rest.indexOf("--filter") + 1] : "";
const verbose = rest.includes("--verbose");

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Processes that burn CPU 0 for a while. */
function burners(count) {
  return Array.from({ length: count }, () =>
    spawn("taskset", ["-c", "0", process.execPath, "-e", "const end = Date.now() + 8000; while (Date.now() < end);"]));
}

/** What happens to the program after it printed `ready`. */
async function interfere(program, child, fifo) {
  const after = /after (\d+) ms/.exec(program.fifo ?? "");
  if (after) {
    await sleep(Number(after[1]));
    const fd = fs.openSync(fifo, fs.constants.O_RDWR);
    if (program.fifo.startsWith("written")) fs.writeSync(fd, "x");
    await sleep(500);
    fs.closeSync(fd);
  } else if (program.stop) {
    child.kill("SIGSTOP");
    await sleep(Number.parseInt(program.stop));
    child.kill("SIGCONT");
  }
}

async function run(program, quota) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "rondo-stalls-"));
  const fifos = Array.from({ length: Number(program.fifos ?? (program.fifo ? 1 : 0)) }, (_, i) => path.join(dir, `fifo${i}`));
  if (fifos.length > 0) execFileSync("mkfifo", fifos);
  const out = path.join(dir, "known.json");
  const env = { ...process.env, STALLS_OUT: out, STALLS_DIR: dir, STALLS_FIFO: fifos[0] ?? "", STALLS_FIFOS: fifos.join(":") };
  const rivals = burners(Number(program.burners ?? 0));
  try {
    let args = [rondo, "--long-tasks=all", "--require", kPreload, program.path];
    if (quota) args = quota.into(args);
    if (rivals.length > 0) args.unshift("taskset", "-c", "0");
    const child = spawn(args[0], args.slice(1), { env, stdio: ["ignore", "pipe", "pipe"] });
    let stderr = "";
    let ready = "";
    let interference = Promise.resolve();
    child.stderr.on("data", (b) => (stderr += b));
    child.stdout.on("data", (b) => {
      if ((ready += b) === "ready\n") interference = interfere(program, child, fifos[0]);
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), kTimeoutMs);
    const status = await new Promise((resolve) => child.on("close", (code, signal) => resolve(signal ?? code)));
    clearTimeout(timer);
    await interference;
    assert.strictEqual(status, 0, `exit status ${status}\n${stderr}`);
    return { ...JSON.parse(fs.readFileSync(out, "utf8")), stderr };
  } finally {
    for (const rival of rivals) rival.kill("SIGKILL");
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

const within = (frame, place) => frame.file.replace("file://", "") === place.file && frame.line >= place.from && frame.line <= place.to;
const show = (value) => JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
/** Whether the machine kept the task waiting for most of its time: then the cause is that, and less of it could be seen. */
const starved = (task) => task.split.cpuWait >= (task.duration - task.split.stopped) / 2;
const busy = (task) => task.split.cpuWait >= task.duration / 4;

function checkCause(program, task) {
  const { kinds, names } = activities(program);
  // With little time on a CPU, little of it was seen: but still the line where it was.
  if (starved(task) && kinds.some((kind) => kind === "native" || kind === "gc")) kinds.push("javascript", "native");
  // How much the collector has to do for the same program depends on the machine: the larger part is to be named.
  const { gc, javascript, sync, unattributed } = task.split;
  if (kinds.includes("gc") && gc > 0 && gc <= javascript + sync + unattributed) kinds.push("javascript");
  assert(kinds.includes(task.cause.activity), `the activity is ${task.cause.activity}, expected ${kinds}: ${show(task)}`);
  if (names.length > 0) assert(names.includes(task.cause.name), `the call is ${task.cause.name}, expected ${names}: ${show(task)}`);
  if (program.cause) assert.strictEqual(task.cause.type, program.cause, show(task));
  else if (task.cause.type !== "page-faults") assert.strictEqual(task.cause.type, starved(task) ? "cpu-wait" : task.cause.activity, show(task));
  if (program.throttled) assert(task.throttled > task.split.cpuWait / 2 && task.throttled <= task.split.cpuWait, show(task));
}

function checkPlace(program, task, stderr) {
  const [top, ...callers] = task.cause.stack;
  assert(top, `no place: ${show(task)}`);
  assert(places(program, program.at).some((place) => within(top, place)), `blames ${top.file}:${top.line}: ${show(task)}`);
  if (program.caller) {
    const [caller] = places(program, program.caller);
    assert(callers.some((frame) => within(frame, caller)), `no caller at line ${caller.from}: ${show(task)}`);
  }
  if (!stderr.includes("more long tasks were not printed")) assert(stderr.includes(`${top.file}:${top.line}`), `not printed: ${stderr}`);
}

/** The function that called a built-in one which is not located otherwise: the culprit's line is in it. */
function checkWithin(program, task) {
  const [top] = task.cause.within ?? [];
  if (!top) return;
  const right = places(program, program.at).some((place) => top.file === place.file && top.line <= place.to && top.line >= place.from - 5);
  assert(right, `called in ${top.function} ${top.file}:${top.line}: ${show(task)}`);
}

function checkInvoker(program, task) {
  if (!program.invoker) return;
  const [place] = places(program, program.invoker);
  assert(task.invoker && within(task.invoker, place), `the callback is not that of line ${place.from}: ${show(task)}`);
}

function checkVictims(program, task) {
  const waited = Object.keys(task.victims).filter((kind) => task.victims[kind].count > 0);
  const expected = program.victims === "nobody" ? [] : program.victims.split(", ");
  assert.deepStrictEqual(waited, expected, `who waited: ${show(task)}`);
  for (const { count, longest, total } of Object.values(task.victims)) {
    assert(longest <= task.duration && total <= count * longest + 1e-6, `how long they waited: ${show(task)}`);
  }
}

function checkPool(program, { poolWaits, stderr }) {
  const wait = poolWaits.find((w) => w.cause === program.pool && w.name === program.name);
  assert(wait, `no such wait for the pool: ${show(poolWaits)}`);
  assert(wait.ahead >= wait.threads && wait.work.length > 0, show(wait));
  assert(stderr.includes(`rondo: thread pool: a request (${program.name}) waited`), stderr);
}

/** The tasks that the program's blocks ran in. */
function culprits(program, { tasks, marks }) {
  const kind = program.task ?? "timer";
  const found = marks.length === 0 || kind !== "timer"
    ? tasks.filter((t) => t.kind === kind).sort((a, b) => b.duration - a.duration).slice(0, 1)
    : marks.map((mark) => tasks.find((t) => t.startTime <= mark && mark < t.startTime + t.duration)).filter(Boolean);
  assert(found.length > 0, `no long task of kind '${kind}': ${show(tasks)}`);
  return found;
}

function check(program, known) {
  if (verbose) console.log(known.stderr);
  if (program.pool) return checkPool(program, known);
  if (program.activity === "none") {
    assert.deepStrictEqual(known.tasks.filter((t) => t.kind !== "main" && !starved(t)), []);
    return;
  }
  const found = culprits(program, known);
  const unknown = found.filter((t) => !t.cause.located || (t.cause.activity === "gc" && t.cause.stack.length === 0));
  if (!program.located) assert.deepStrictEqual(unknown.filter((task) => !busy(task)), []);
  for (const task of found) {
    checkCause(program, task);
    checkVictims(program, task);
    checkInvoker(program, task);
    checkWithin(program, task);
    if (!unknown.includes(task)) checkPlace(program, task, known.stderr);
  }
  if (unknown.length === found.length) assert(found.every(busy), `never located: ${show(found)}`);
}

let failed = 0;
let passed = 0;
for (const program of programs(filter)) {
  const quota = program.quota && makeQuota(Number.parseInt(program.quota));
  if (quota?.reason) {
    console.log(`skip ${program.file}: ${quota.reason}`);
    continue;
  }
  for (let attempt = 1; ; attempt++) {
    let known;
    try {
      known = await run(program, quota);
      check(program, known);
      passed++;
      if (verbose) console.log(`ok   ${program.file}`);
      break;
    } catch (error) {
      // A machine that has no time for the program can be seen only in the program's own account.
      if (attempt < kAttempts && (!known || known.tasks.some(busy))) continue;
      failed++;
      console.log(`FAIL ${program.file}: ${error.message}\n${known?.stderr ?? ""}`);
      break;
    }
  }
  quota?.remove();
}
if (filter === "") {
  const written = kTable.exec(fs.readFileSync(kDocument, "utf8"))?.[0] ?? "";
  if (written.includes(table())) passed++;
  else failed++, console.log("FAIL docs/stalls.md: its table is not that of the programs; run node tests/e2e/stalls.mjs --write");
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
