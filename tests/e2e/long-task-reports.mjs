// Reports of long tasks: on stderr as text and as JSON, the summary at every kind of end, records and `rondo report`.
// Usage: node tests/e2e/long-task-reports.mjs RONDO
import assert from "node:assert";
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { check, finish, run } from "../fixtures/e2e/check.mjs";

const rondo = path.resolve(process.argv[2]);
const script = fileURLToPath(new URL("../fixtures/long-task-reports/stalls.js", import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rondo-reports-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => path.join(folder, `record${++files}`);
const plain = { FORCE_COLOR: undefined, NO_COLOR: undefined };
const stalls = (flags, args, env = plain) => run(rondo, [...flags, script, ...args.map(String)], { env });
const all = ["--long-tasks=all", "--long-task-threshold=20"];
const report = async (file, ...args) => run(rondo, ["report", file, ...args], { env: plain });
const json = async (file, ...args) => {
  const { code, out, err } = await report(file, "--json", ...args);
  assert.strictEqual(code, 0, err);
  return JSON.parse(out);
};

/** Starts the script, waits for its line, and sends a signal; resolves with { code, signal, err }. */
function signalled(flags, args, signal) {
  const child = spawn(rondo, [...flags, script, ...args.map(String)], { stdio: ["ignore", "pipe", "pipe"] });
  let err = "";
  child.stderr.on("data", (data) => (err += data));
  // A loop that gets stuck is so for longer than the threshold by then.
  child.stdout.once("data", () => setTimeout(() => child.kill(signal), 300));
  return new Promise((resolve) => child.on("close", (code, by) => resolve({ code, signal: by, err })));
}

/** The shape of a value: the names in it, and the types of what they hold. */
function shape(value) {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (value === null || typeof value !== "object") return typeof value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, shape(value[key])]));
}

await check("the first of a culprit is in full, and none is left uncounted", async () => {
  const { code, out, err } = await stalls(all, [40, 25]);
  assert.strictEqual(code, 0, err);
  const tasks = JSON.parse(out);
  const full = err.match(/^rondo: long task: [\d.]+ ms in a task of kind/gm).length;
  const lines = [...err.matchAll(/^rondo: long task(?: again)?(?: ×(\d+))?: (?!.* in a task of kind).*$/gm)];
  const counted = lines.reduce((sum, [, count]) => sum + Number(count ?? 1), full);
  // What ran before the script's last line, and the few that may come after it on a slow machine.
  assert(counted >= tasks.length && counted <= tasks.length + 5, `${counted} of ${tasks.length}\n${err}`);
  assert(full < tasks.length / 2, err);
  assert.match(err, /again(?: ×\d+)?: .*Atomics\.wait at even \(.*stalls\.js:\d+:\d+\), [\d.]+ m?s/);
});
await check("names cannot write to a terminal", async () => {
  const { err } = await stalls(all, [4, 25]);
  assert.match(err, /a "name"\?\?\[31m/);
  assert(!/[\x00-\x09\x0b-\x1f\x7f]/.test(err), JSON.stringify(err));
});
await check("JSON: a line for each, with the names of process.longTasks()", async () => {
  const { out, err } = await stalls([...all, "--long-tasks-format=json"], [6, 25]);
  const tasks = JSON.parse(out);
  const lines = err.trimEnd().split("\n").map((line) => JSON.parse(line));
  for (const task of tasks) {
    const line = lines.find((one) => one.number === task.number);
    assert(line, `task ${task.number} has a line`);
    const { type, time, pid, ...rest } = line;
    assert.strictEqual(type, "long-task");
    assert(!Number.isNaN(Date.parse(time)) && pid > 0);
    assert.deepStrictEqual(shape(rest), shape(task));
    assert.deepStrictEqual(rest.cause, task.cause);
    assert.deepStrictEqual(rest.split, task.split);
  }
  assert(lines.some((line) => line.cause.stack.some((frame) => frame.function.includes('a "name"\n\x1b[31m'))));
});
await check("JSON: what is said of a loop that is stuck is a line too", async () => {
  const hold = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2600)";
  const { err } = await run(rondo, ["--long-tasks=all", "--long-tasks-format=json", "-e", hold]);
  const [notice, task] = err.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.strictEqual(`${notice.type} ${task.type}`, "notice long-task");
  assert.match(notice.message, /^the loop has been held for [\d.]+ s so far, by task \d+ \(main\), now in Atomics\.wait at \[eval\]:1:9$/);
  assert.strictEqual((await run(rondo, ["--long-tasks=off", "--long-tasks-summary", "-e", hold])).err.split("\n")[0].slice(0, 21), "rondo: long tasks: 1,");
});
await check("colours: as the environment says", async () => {
  const colored = async (env, flags = all) => /\x1b\[/.test((await stalls(flags, [1, 25], { ...plain, ...env })).err);
  assert.strictEqual(await colored({}), false, "not a terminal");
  assert.strictEqual(await colored({ FORCE_COLOR: "1" }), true);
  assert.strictEqual(await colored({ FORCE_COLOR: "1", NO_COLOR: "1" }), true);
  assert.strictEqual(await colored({ FORCE_COLOR: "0" }), false);
  assert.strictEqual(await colored({ FORCE_COLOR: "1" }, [...all, "--long-tasks-format=json"]), false);
});
await check("colours: on a terminal", async () => {
  const command = `'${rondo}' ${all.join(" ")} '${script}' 1 25 >/dev/null`;
  const terminal = async (env) => (await run("script", ["-qec", command, "/dev/null"], { env: { ...plain, TERM: "xterm", ...env } })).out;
  if (!fs.existsSync("/usr/bin/script")) return;
  assert.match(await terminal({}), /\x1b\[1;33mrondo: long task:\x1b\[0m/);
  assert.doesNotMatch(await terminal({ NO_COLOR: "1" }), /\x1b\[/);
  assert.doesNotMatch(await terminal({ TERM: "dumb" }), /\x1b\[/);
});

const summary = ["--long-tasks=off", "--long-task-threshold=20", "--long-tasks-summary"];
const table = /^rondo: long tasks: (\d+), [\d.]+ m?s together, worst .*\n +waited waiters +tasks +total +worst +culprit\n( .*\n)+/;
await check("the summary comes at every end that can be noticed", async () => {
  const ends = { "": 0, exit: 3, throw: 1 };
  for (const [end, code] of Object.entries(ends)) {
    const result = await stalls(summary, [4, 25, end]);
    assert.strictEqual(result.code, code, result.err);
    const text = result.err.slice(result.err.indexOf("rondo: long tasks"));
    assert.match(text, table, end);
    assert(Number(table.exec(text)[1]) >= JSON.parse(result.out).length, result.err);
    assert.match(text, /at even \(.*stalls\.js:\d+:\d+\)\n/);
  }
});
await check("the summary comes when a signal ends the process, and by that signal it ends", async () => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    const result = await signalled(summary, [4, 25, "wait"], signal);
    assert.strictEqual(result.signal, signal);
    assert.match(result.err, table);
  }
  const stuck = await signalled(summary, [4, 25, "stuck"], "SIGTERM");
  assert.strictEqual(stuck.signal, "SIGTERM");
  assert.match(stuck.err, /not counted: a task of kind 'timer', which runs for [\d.]+ s so far\n$/);
  const handled = await signalled(summary, [4, 25, "handle"], "SIGTERM");
  assert.strictEqual(handled.code, 4);
  assert.match(handled.err, table);
});
await check("the summary as JSON is one line", async () => {
  const { out, err } = await stalls([...summary, "--long-tasks-format=json"], [4, 25]);
  const { type, count, total, waited, culprits, others } = JSON.parse(err);
  assert.strictEqual(type, "summary");
  assert(count >= JSON.parse(out).length && total >= 100 && waited > 0 && others.count === 0);
  assert.strictEqual(culprits.reduce((sum, one) => sum + one.count, 0), count);
  const stuck = await signalled([...summary, "--long-tasks-format=json"], [4, 25, "stuck"], "SIGTERM");
  assert(JSON.parse(stuck.err).running >= 20, stuck.err);
});
await check("without long tasks the summary says so", async () => {
  const { err } = await run(rondo, ["--long-tasks-summary", "--long-task-threshold=100000", "-e", "1"]);
  assert.strictEqual(err, "rondo: long tasks: 0\n");
});

await check("a record tells what the program knew", async () => {
  const file = newFile();
  const { code, out, err } = await stalls([...all, "--long-tasks=off", `--record=${file}`], [10, 25]);
  assert.strictEqual(`${code}${err}`, "0");
  const tasks = JSON.parse(out);
  const told = await json(file, "--top=100");
  assert.strictEqual(told.runs.length, 1);
  assert.strictEqual(told.runs[0].end, "ended");
  assert.strictEqual(told.runs[0].script, script);
  assert(told.longTasks.count >= tasks.length && told.longTasks.count <= tasks.length + 5);
  const longest = tasks.reduce((a, b) => (a.duration > b.duration ? a : b));
  const same = told.worst.find((one) => one.number === longest.number);
  assert.deepStrictEqual(same.cause, longest.cause);
  assert.deepStrictEqual(same.victims, longest.victims);
  assert(told.culprits.some((one) => one.place.startsWith("even (") && one.count > 0));
  assert(told.busy > 200 && told.busy <= told.observed + 1, `${told.busy} of ${told.observed}`);
  assert(told.delay.max >= 20 && told.rss > 1e6 && told.tasks.immediate > 0);
  assert.deepStrictEqual(told.unreadable, { lines: 0, torn: 0 });
  const text = (await report(file, "--top", "2")).out;
  for (const part of [/: 1 run, /, /pid \d+, .*stalls\.js, .*, ended\n/, /busy [\d.]+ % of/, /\d+ long tasks, /, /Culprits, by the time/, / at even \(/]) {
    assert.match(text, part);
  }
});
await check("what two functions took of a long task is told as a tree: on stderr, in JSON, in the record", async () => {
  const file = newFile();
  const program = fileURLToPath(new URL("../fixtures/long-task-reports/two-functions.js", import.meta.url));
  /** That of the task, when the machine let it be seen often enough to tell thirds. */
  const treeOf = (tasks) => tasks.find(({ kind }) => kind === "timer").tree;
  let text, tasks;
  for (let attempt = 0; attempt < 5; attempt++) {
    fs.rmSync(file, { force: true });
    text = await run(rondo, ["--long-tasks=all", `--record=${file}`, program, "1500"], { env: plain });
    tasks = JSON.parse(text.out);
    if (treeOf(tasks)?.count >= 40) break;
  }
  const { count, late, other, calls: [request] } = treeOf(tasks);
  assert(count >= 40 && late >= 0 && other === 0, JSON.stringify(treeOf(tasks)));
  assert.strictEqual(`${request.function} ${request.total} ${request.self}`, "request 1 0");
  const [handle] = request.calls;
  assert.strictEqual(`${handle.function} ${handle.total}`, "handle 1");
  assert.deepStrictEqual(handle.calls.map((call) => call.function), ["reads", "renders"]);
  const lines = fs.readFileSync(program, "utf8").split("\n");
  for (const [call, share] of [[handle.calls[0], 2 / 3], [handle.calls[1], 1 / 3]]) {
    assert(Math.abs(call.total - share) < 0.2, `${call.function} was seen in ${call.total}, not ${share}`);
    assert.strictEqual(call.file, program);
    assert.match(lines[call.line - 1], new RegExp(`// ${call.function}$`));
  }
  const printed = /  seen    in JavaScript \d+ times.*\n +100 %  request \(.*:\d+\)\n +100 %    handle \(.*\)\n +(\d+) %      reads \(.*\)\n +(\d+) %      renders /;
  assert.match(text.err, printed);
  assert.strictEqual(Number(printed.exec(text.err)[1]), Math.round(handle.calls[0].total * 100));
  assert.deepStrictEqual(treeOf((await json(file)).worst), treeOf(tasks));
  assert.match((await report(file)).out, /\nSeen of the 1\.\d+ s that ended at .*, in JavaScript \d+ times.*\n +100 %  request \(.*\n +100 %    handle \(.*\n +\d+ %      reads \(/);
  const line = (await run(rondo, ["--long-tasks=all", "--long-tasks-format=json", program, "300"])).err.split("\n")[0];
  assert.deepStrictEqual(shape(JSON.parse(line).tree), shape(treeOf(tasks)));
});
await check("a task in one place has no tree on stderr", async () => {
  const { err } = await run(rondo, ["--long-tasks=all", "-e", "const end = Date.now() + 400; while (Date.now() < end);"], { env: plain });
  assert.match(err, /cause   /);
  assert.doesNotMatch(err, /  seen  /);
});
await check("a record goes on after a crash, and says of each run how it ended", async () => {
  const file = newFile();
  const flags = [...all, "--long-tasks=off", `--record=${file}`];
  assert.strictEqual((await signalled(flags, [4, 25, "wait"], "SIGKILL")).signal, "SIGKILL");
  fs.appendFileSync(file, '{"type":"long-task","ti'); // as a machine that crashes leaves it
  const torn = await json(file);
  assert.deepStrictEqual(torn.unreadable, { lines: 0, torn: 1 });
  assert.strictEqual(torn.runs[0].end, "cut off");
  assert(torn.longTasks.count >= 4, "what was recorded before the kill is there");
  assert.strictEqual((await signalled(flags, [4, 25, "stuck"], "SIGTERM")).signal, "SIGTERM");
  const both = await json(file);
  assert.deepStrictEqual(both.runs.map((one) => one.end), ["cut off", "SIGTERM"]);
  assert.deepStrictEqual(both.unreadable, { lines: 1, torn: 0 });
  assert(both.longTasks.count >= 8);
  const { out } = await report(file);
  assert.match(out, /no end is recorded: it crashed, was killed, or still runs/);
  assert.match(out, /Note: 1 line could not be read, and was left out\./);
});
await check("garbage within a record is left out", async () => {
  const file = newFile();
  await stalls([...all, "--long-tasks=off", `--record=${file}`], [4, 25]);
  const before = await json(file);
  const odd = ["\0\xff\x01", "[]", "null", "{}", '{"type":"stats"}', '{"type":"long-task","time":"2026-01-01T00:00:00Z"}', "x".repeat(5 << 20)];
  fs.appendFileSync(file, odd.join("\n") + "\n");
  const after = await json(file);
  assert.deepStrictEqual(after.unreadable, { lines: odd.length, torn: 0 });
  assert.strictEqual(after.longTasks.count, before.longTasks.count);
});
await check("a record is bounded: the older half goes", async () => {
  const file = newFile();
  const { code, err } = await stalls(["--long-tasks=off", "--long-task-threshold=0.1", `--record=${file}`, "--record-limit=1"], [2500, 0.2]);
  assert.strictEqual(code, 0, err);
  const sizes = [file, `${file}.1`].map((name) => fs.statSync(name).size);
  assert(sizes[0] + sizes[1] <= 1 << 20 && sizes[1] > 300_000, String(sizes));
  const told = await json(file);
  assert.deepStrictEqual(told.files, [`${file}.1`, file]);
  assert.strictEqual(told.runs.length, 1, "a run that goes on in the next file is one");
  assert.strictEqual(told.runs[0].end, "ended");
  assert.deepStrictEqual(told.unreadable, { lines: 0, torn: 0 });
});
await check("a full disk costs records, and nothing else", async () => {
  const file = newFile();
  const command = `trap '' XFSZ; ulimit -f 8; exec '${rondo}' ${all.join(" ")} --long-tasks=off --record='${file}' '${script}' 20 25`;
  const { code, out, err } = await run("bash", ["-c", command]);
  assert.strictEqual(code, 0, err);
  assert(JSON.parse(out).length >= 20);
  assert.match(err, /^rondo: --record: .*: File too large; what cannot be written is left out\n$/);
  assert((await json(file)).longTasks.count > 0);
});
await check("what cannot be a record is refused, and not touched", async () => {
  const file = newFile();
  fs.writeFileSync(file, "precious\n");
  const fifo = newFile();
  await run("mkfifo", [fifo]);
  const old = newFile();
  fs.writeFileSync(old, '{"type":"record","version":2}\n');
  const refused = {
    [file]: /is not a record; name another file, or remove it/,
    [fifo]: /is not a file; a record needs one/,
    [old]: /is a record of version 2, and this Rondo writes 1/,
    [folder]: /Is a directory/,
    [path.join(folder, "none", "x")]: /No such file or directory/,
  };
  for (const [name, why] of Object.entries(refused)) {
    const { code, out, err } = await run(rondo, [`--record=${name}`, "-p", "1"]);
    assert.strictEqual(`${code}${out}`, "9", name);
    assert.match(err, why);
    assert.match(err, /^rondo: --record: .*\n$/);
  }
  assert.strictEqual(fs.readFileSync(file, "utf8"), "precious\n");
});
await check("one process writes a record; %p gives each its own", async () => {
  const file = newFile();
  const nested = `require("fs").writeFileSync(1, "ready\\n"); setInterval(() => {}, 1000)`;
  const child = spawn(rondo, [`--record=${file}`, "-e", nested], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const second = await run(rondo, [`--record=${file}`, "-p", "1"]);
  child.kill("SIGKILL");
  assert.strictEqual(second.code, 9);
  assert.match(second.err, /is being written by another process; with %p in its name/);
  const { out } = await run(rondo, [`--record=${file}-%p`, "-p", "process.pid"]);
  assert.strictEqual((await json(`${file}-${out.trim()}`)).runs[0].pid, Number(out));
});
await check("wrong options are told apart", async () => {
  const wrong = {
    "--long-tasks-format=xml": /--long-tasks-format: xml not in \{text,json\}/,
    "--record=": /--record needs the name of a file/,
    "--record-limit=4": /--record-limit is of no use without --record=FILE/,
    "--record-limit=0": /--record-limit/,
    "--record-limit=x": /--record-limit/,
  };
  for (const [option, why] of Object.entries(wrong)) {
    const { code, err } = await run(rondo, [option, "-e", "1"]);
    assert.strictEqual(code, 9, option);
    assert.match(err, why);
  }
});
await check("rondo report: wrong use and wrong files", async () => {
  const empty = newFile();
  fs.writeFileSync(empty, "");
  const old = newFile();
  fs.writeFileSync(old, '{"type":"record","version":2}\n');
  const wrong = [
    [[], 9, /no file given\. Usage: rondo report FILE/],
    [["a", "b"], 9, /one file at a time, not 2/],
    [["a", "--top=0"], 9, /--top takes a number from 1 to 1000, not '0'/],
    [["a", "--top"], 9, /--top takes a number from 1 to 1000, not nothing/],
    [["a", "--colour"], 9, /bad option: --colour/],
    [[path.join(folder, "none")], 1, /cannot read .*none: no such file/],
    [[folder], 1, /cannot read .*: it is a directory/],
    [[script], 1, /stalls\.js is not a record/],
    [[empty], 1, /is not a record/],
    [[old], 1, /is a record of version 2; this Rondo reads version 1/],
  ];
  for (const [args, status, why] of wrong) {
    const { code, out, err } = await run(rondo, ["report", ...args]);
    assert.strictEqual(`${code}${out}`, String(status), err);
    assert.match(err, why);
    assert.match(err, /^rondo: report: .*\n$/);
  }
});
await check("rondo report is not recorded itself", async () => {
  const file = newFile();
  await run(rondo, [`--record=${file}`, "-e", "1"]);
  const before = fs.readFileSync(file, "utf8");
  const { code, err } = await run(rondo, ["report", file], { env: { RONDO_OPTIONS: `--record=${file} --long-tasks-summary` } });
  assert.strictEqual(`${code}${err}`, "0");
  assert.strictEqual(fs.readFileSync(file, "utf8"), before);
});
await check("a script that is called report runs as ./report", async () => {
  fs.writeFileSync(path.join(folder, "report.js"), "console.log('mine')");
  assert.strictEqual((await run(rondo, ["./report"], { cwd: folder })).out, "mine\n");
});
finish();
