// tools/bench: runs rows, writes JSON, Markdown and charts, shows failures as failures, and ends what it started.
// Nothing here depends on how fast anything is.
// Usage: node tests/e2e/bench.mjs RONDO
import assert from "node:assert";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { check, finish } from "../fixtures/e2e/check.mjs";

const rondo = path.resolve(process.argv[2]);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const bench = path.join(root, "tools/bench");
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "rondo-bench-test-"));
const rows = path.join(temporary, "rows");
const out = path.join(temporary, "out");
const run = (...args) => spawnSync(bench, args, { encoding: "utf8", timeout: 600_000 });

function refuses(args, status, stderr) {
  const result = run(...args);
  assert.strictEqual(result.status, status, `${args.join(" ")}: ${result.stderr}`);
  assert.match(result.stderr, stderr);
  assert.doesNotMatch(result.stderr, /\n\s+at /); // no stack
}

const gone = (pid) => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

fs.mkdirSync(rows);
fs.writeFileSync(path.join(temporary, "server.cjs"), `
require('node:http').createServer((request, response) => response.end('hello')).listen(Number(process.env.PORT), '127.0.0.1');
`);
fs.writeFileSync(path.join(temporary, "print.cjs"), "console.log(process.argv[2]);\n");
fs.writeFileSync(path.join(rows, "fake.mjs"), `
import path from "node:path";
const here = ${JSON.stringify(temporary)};
const base = { group: "fake", unit: "units", peers: ["rondo", "twin"], variants: { twin: { runtime: "rondo", label: "Twin", factor: 3 } } };
export default [
  { ...base, id: "fake-number", title: "a number", quick: true, also: [{ key: "more", title: "more", unit: "things" }],
    goals: [{ peer: "twin", ratio: 2 }, { peer: "twin", atMost: 0.1 }, { atMost: 5 },
      { of: "twin", peer: "rondo", ratio: 0.3 }, { of: "twin", peer: "rondo", atMost: 2 }],
    measure: (runtime) => ({ value: runtime.variant ? 4 * runtime.variant.factor : 4, more: 7 }) },
  { ...base, id: "fake-failure", title: "a | failure",
    measure(runtime) { if (runtime.variant) throw new Error("cannot | do it"); return 1; } },
  { ...base, id: "fake-slow", title: "too slow", timeLimit: 1, goals: [{ peer: "twin", ratio: 1 }],
    measure: (runtime) => runtime.variant ? new Promise(() => {}) : 1 },
  { ...base, id: "fake-round", title: "a round", measureRound: (runtimes) => Object.fromEntries(runtimes.map(({ id }, i) => [id, i + 1])) },
  { ...base, id: "fake-server", title: "a server", peers: ["rondo"],
    async measure(runtime, ctx) {
      const server = await ctx.spawnServer(runtime, path.join(here, "server.cjs"));
      const { status, body } = await ctx.get({ port: server.port });
      if (status !== 200 || body.toString() !== "hello") throw new Error("wrong answer");
      if (!(server.rss() > 0 && server.pss() > 0 && server.cpu() >= 0)) throw new Error("no figures");
      return server.memory().privateDirty;
    } },
  { ...base, id: "fake-program", title: "a program", peers: ["rondo"],
    async measure(runtime, ctx) {
      const { stdout, wallMs, userMs, sysMs, maxRssKiB } = await ctx.runOnce([...runtime.command, path.join(here, "print.cjs"), "two words"]);
      if (stdout !== "two words\\n") throw new Error(JSON.stringify(stdout));
      if (!(wallMs > 0 && userMs + sysMs > 0 && maxRssKiB > 0)) throw new Error("no figures");
      const [runs] = await ctx.measureCommands([[...runtime.command, path.join(here, "print.cjs")]], { runs: 2 });
      if (runs.length !== 2 || !runs.every((run) => run.status === 0 && run.wall > 0)) throw new Error(JSON.stringify(runs));
      return wallMs;
    } },
  { ...base, id: "fake-dead", title: "a server that dies", peers: ["rondo"],
    measure: (runtime, ctx) => ctx.spawnServer(runtime, path.join(here, "missing.cjs")) },
];
`);
fs.mkdirSync(path.join(temporary, "endless"));
fs.writeFileSync(path.join(temporary, "endless/endless.mjs"), `
import path from "node:path";
export default { id: "endless", group: "fake", title: "endless", unit: "units", peers: ["rondo"],
  async measure(runtime, ctx) {
    const server = await ctx.spawnServer(runtime, path.join(${JSON.stringify(temporary)}, "server.cjs"));
    process.stdout.write("pid " + server.pid + "\\n");
    return new Promise(() => {});
  } };
`);

try {
  await check("help", () => {
    const { status, stdout } = run("--help");
    assert.strictEqual(status, 0);
    for (const option of ["--quick", "--rounds N", "--rows LIST", "--peers LIST", "--out DIR"]) assert(stdout.includes(option), option);
  });

  await check("the project's own rows are well-formed", () => {
    const { status, stdout, stderr } = run("--list");
    assert.strictEqual(status, 0, stderr);
    for (const id of ["startup-empty", "startup-requires", "memory-connections"]) assert(stdout.includes(id), id);
  });

  await check("bad options", () => {
    refuses(["--frobnicate"], 2, /tools\/bench: .*--frobnicate/);
    refuses(["extra"], 2, /'extra'/);
    refuses(["--rounds"], 2, /--rounds/);
    refuses(["--rounds", "0"], 2, /--rounds must be a whole number from 1 to 100, not '0'/);
    refuses(["--rounds", "many"], 2, /not 'many'/);
    refuses(["--seconds", "1e9"], 2, /--seconds must be/);
    refuses(["--rows", "no-such-row"], 2, /no row is called 'no-such-row'.*startup/);
    refuses(["--rows", "a,,b"], 2, /--rows has an empty part/);
    refuses(["--peers", "chrome"], 2, /no runtime is called 'chrome'.*node/);
    refuses(["--rondo", "/nonexistent/rondo"], 2, /--rondo: no file/);
    refuses(["--rows-from", "/nonexistent"], 2, /no folder/);
    refuses(["--rondo", rondo, "--out", path.join(temporary, "print.cjs")], 2, /--out: cannot make the folder/);
    refuses(["--quick", "--rows-from", rows, "--rows", "fake-round"], 2, /none of the rows/);
  });

  await check("a row that is wrong", () => {
    const folder = path.join(temporary, "wrong");
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, "wrong.mjs"), 'export default { id: "wrong", group: "g", title: "t", unit: "u", peers: ["rondo", "safari"] };');
    refuses(["--rows-from", folder, "--list"], 1, /row 'wrong': peer 'safari'/);
  });

  await check("rows run and results come out", () => {
    const result = run("--rondo", rondo, "--rows-from", rows, "--rounds", "2", "--out", out);
    assert.strictEqual(result.status, 0, result.stderr);
    const results = JSON.parse(fs.readFileSync(path.join(out, "results.json"), "utf8"));
    assert.match(results.runtimes.rondo.version, /^\d+\.\d+/);
    assert(results.machine.cpu && results.machine.cores >= 1 && results.machine.kernel);
    const row = (id) => results.rows.find((candidate) => candidate.id === id);

    const number = row("fake-number");
    assert.deepStrictEqual(number.peers.rondo.samples, [4, 4]);
    assert.strictEqual(number.peers.twin.ratio.median, 3);
    assert.strictEqual(number.peers.twin.also.more.median, 7);
    assert.deepStrictEqual(number.goals.map(({ met }) => met), [true, false, true, true, false]);
    assert.match(number.goals[3].text, /^Twin: Rondo.* at least 0\.3 x as much$/);

    assert.match(row("fake-failure").peers.twin.error, /cannot \| do it/);
    assert.match(row("fake-slow").peers.twin.error, /longer than 1 s/);
    assert.strictEqual(row("fake-slow").goals[0].met, null);
    assert.deepStrictEqual(row("fake-round").peers.rondo.samples, [1, 2]); // the order turns
    assert(row("fake-server").peers.rondo.median > 0, row("fake-server").peers.rondo.error);
    assert(row("fake-program").peers.rondo.median > 0, row("fake-program").peers.rondo.error);
    assert.match(row("fake-dead").peers.rondo.error, /ended with status \d+ before it was ready/);

    const text = fs.readFileSync(path.join(out, "results.md"), "utf8");
    assert.strictEqual(result.stdout, text);
    assert.match(text, /\| a number, units \| \*\*4\.00\*\* \| \*\*12\.0\*\* · 3\.00 \(3\.00–3\.00\) × \| ✅ .*❌ .*✅ at most 5 units/);
    assert.match(text, /a \\\| failure.*fails \[\^1\]/);
    assert.match(text, /^\[\^1\]: fake-failure, Twin: cannot \\\| do it$/m);

    const svg = fs.readFileSync(path.join(out, "fake.svg"), "utf8");
    assert.match(svg, /^<svg[\s\S]*<\/svg>\s*$/);
    assert(svg.includes("a number") && svg.includes("Twin") && !svg.includes("NaN"));
  });

  await check("SIGINT ends what was started", async () => {
    const child = spawn(bench, ["--rondo", rondo, "--rows-from", path.join(temporary, "endless"), "--out", out], { stdio: ["ignore", "pipe", "ignore"] });
    let pid;
    for await (const data of child.stdout) {
      pid = Number(/pid (\d+)/.exec(String(data))?.[1]);
      if (pid) break;
    }
    assert(pid > 0 && !gone(pid));
    const ended = once(child, "exit");
    child.kill("SIGINT");
    assert.deepStrictEqual(await ended, [130, null]);
    for (let i = 0; i < 200 && !gone(pid); i++) await new Promise((resolve) => setTimeout(resolve, 25));
    assert(gone(pid), `process ${pid} still runs`);
  });
} finally {
  fs.rmSync(temporary, { recursive: true, force: true });
}
finish();
