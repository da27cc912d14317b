// The compile cache on disk: the second start takes the code of every module from it; what is harmed, stale or not this
// user's own is never used, and is replaced.
// Usage: node tests/e2e/compile-cache.mjs RONDO
import assert from "node:assert";
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { check, finish } from "../fixtures/e2e/check.mjs";

const rondo = path.resolve(process.argv[2]);
const temporary = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "rondo-compile-cache-")));
const isRoot = process.getuid() === 0;
const kHeader = 48; // bytes
let folders = 0;

const environment = (cache, more) => {
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...env } = process.env;
  if (cache !== undefined) env.NODE_COMPILE_CACHE = cache;
  return { ...env, NODE_DEBUG_NATIVE: "COMPILE_CACHE", ...more };
};
/** Sums the log up: the names that were used, not used (with the reasons) and written. */
function summary(status, stdout, stderr) {
  const pick = (what) =>
    [...stderr.matchAll(/^\[compile cache\] (.+?): (.*) \((.*)\)$/gm)]
      .filter((line) => line[1] === what)
      .map(([, , name, detail]) => ({ name: path.basename(name), detail }));
  return { status, stdout, stderr, used: pick("used"), unused: pick("not used"), written: pick("written") };
}
function run(args, { cache, env, cwd = temporary } = {}) {
  const { status, stdout, stderr } = spawnSync(rondo, args, { encoding: "utf8", cwd, env: environment(cache, env) });
  return summary(status, stdout, stderr);
}
function start(args, { cache }) {
  const child = spawn(rondo, args, { cwd: temporary, env: environment(cache), stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => (stdout += data));
  child.stderr.on("data", (data) => (stderr += data));
  return new Promise((resolve) => child.on("close", (code) => resolve(summary(code, stdout, stderr))));
}
/** A folder with these files. */
function make(files) {
  const folder = path.join(temporary, `app${folders++}`);
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}
const newCache = () => path.join(temporary, `cache${folders++}`);
/** The folder of this version within `cache`, and its files. */
function entriesOf(cache) {
  const names = fs.readdirSync(cache);
  assert.strictEqual(names.length, 1);
  const folder = path.join(cache, names[0]);
  return { folder, files: fs.readdirSync(folder).sort().map((name) => path.join(folder, name)) };
}
const body = (i) => `exports.value = ${i};
  exports.sum = (n) => { let s = 0; for (let k = 0; k <= n; k++) s += k; return s; };`;
/** A program of `count` modules that prints a sum over all of them. */
function tree(count) {
  const files = {
    "main.js": `let all = 0;
      for (let i = 0; i < ${count}; i++) { const m = require("./m" + i); all += m.value + m.sum(10); }
      console.log(all);`,
  };
  for (let i = 0; i < count; i++) files[`m${i}.js`] = body(i);
  const output = `${(count * (count - 1)) / 2 + 55 * count}\n`;
  return { main: path.join(make(files), "main.js"), output, count: count + 1 };
}

try {
  await check("the second start takes everything from the cache", () => {
    const app = make({
      "main.mjs": `import c from "./c.cjs"; import { detected } from "./detected.js"; import q from "./q.mjs?x=1";
        console.log(c.text(), detected, await c.later(), q, import.meta.url.split("/").at(-1), import.meta.filename);
        try { c.fail(); } catch (error) { console.log(error.stack.split("\\n")[1].split("/").at(-1)); }`,
      "c.cjs": `exports.text = () => "gr\\u00fcn 緑" + require("./required.mjs").deep;
        exports.later = () => import("./later.mjs").then((m) => m.default);
        exports.fail = () => {
          throw new Error("placed");
        };`,
      "required.mjs": `export const deep = 7;`,
      "later.mjs": `export default import.meta.url.split("/").at(-1);`,
      "detected.js": `export const detected = "ünï";`,
      "q.mjs": `export default "query";`,
    });
    const cache = newCache();
    const main = path.join(app, "main.mjs");
    const plain = run([main]);
    const first = run([main], { cache });
    const second = run([main], { cache });
    assert.strictEqual(plain.stderr, "");
    assert.match(plain.stdout, /grün 緑7 ünï later.mjs query main.mjs .*main.mjs\nc.cjs:4:17\)\n$/);
    for (const { stdout, status } of [first, second]) {
      assert.strictEqual(status, 0);
      assert.strictEqual(stdout, plain.stdout);
    }
    assert.deepStrictEqual(first.used, []);
    const names = ["c.cjs", "detected.js", "later.mjs", "main.mjs", "required.mjs"];
    assert.deepStrictEqual(first.written.map((e) => e.name).sort(), names);
    assert.deepStrictEqual(second.used.map((e) => e.name).sort(), names);
    assert.deepStrictEqual(second.written, []);
    const { folder, files } = entriesOf(cache);
    assert.strictEqual(fs.statSync(folder).mode & 0o777, 0o700);
    for (const file of files) assert.strictEqual(fs.statSync(file).mode & 0o777, 0o600);
  });

  await check("the code holds the functions that were called", () => {
    const text = `function called() { ${"globalThis.x = [1, 2, 3].map((v) => v + 1);".repeat(200)} }`;
    const cold = path.join(make({ "main.js": text }), "main.js");
    const warm = path.join(make({ "main.js": `${text}; called();` }), "main.js");
    const sizeOf = (main) => parseInt(run([main], { cache: newCache() }).written[0].detail, 10);
    assert(sizeOf(warm) > sizeOf(cold) + 1000);
  });

  await check("without being asked for, and for texts that are no files, there is no cache", () => {
    const cache = newCache();
    assert.deepStrictEqual(run(["-e", "console.log(1)"], { cache }).written, []);
    assert.deepStrictEqual(run(["--input-type=module", "-e", "console.log(1)"], { cache }).written, []);
    const data = "import 'data:text/javascript,1'";
    assert.deepStrictEqual(run(["--input-type=module", "-e", data], { cache }).written, []);
    const { main } = tree(1);
    const off = run([main], { cache, env: { NODE_DISABLE_COMPILE_CACHE: "1" } });
    assert.strictEqual(off.stderr, "");
    assert.strictEqual(run([main]).stderr, "");
  });

  await check("process.exit, an exception and flushCompileCache write too", () => {
    for (const end of ["process.exit(3)", "throw new Error('end')", "process.kill(process.pid, 'SIGKILL')"]) {
      const main = path.join(make({ "main.js": `require("module").flushCompileCache(); ${end}` }), "main.js");
      assert.strictEqual(run([main], { cache: newCache() }).written.length, 1, end);
    }
  });

  await check("code that V8 has thrown away is not written", () => {
    const app = tree(2);
    const cache = newCache();
    fs.appendFileSync(app.main, ";for (let i = 0; i < 8; i++) gc();");
    assert.deepStrictEqual(run(["--expose-gc", app.main], { cache }).written, []);
    fs.appendFileSync(app.main, ";require('./late');");
    fs.writeFileSync(path.join(path.dirname(app.main), "late.js"), "");
    assert.deepStrictEqual(run(["--expose-gc", app.main], { cache }).written.map((e) => e.name), ["late.js"]);
  });

  const spoilFile = (file, change) => {
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(file, change(bytes) ?? bytes);
  };
  /** Fills a cache, spoils each file i by change(bytes, i), and expects that none is used and all are replaced. */
  function spoil(count, change, reason) {
    const app = tree(count);
    const cache = newCache();
    run([app.main], { cache });
    const { files } = entriesOf(cache);
    assert.strictEqual(files.length, app.count);
    files.forEach((file, i) => spoilFile(file, (bytes) => change(bytes, i, files)));
    const next = run([app.main], { cache });
    assert.strictEqual(next.status, 0, next.stderr);
    assert.strictEqual(next.stdout, app.output);
    assert.deepStrictEqual(next.used, []);
    assert.strictEqual(next.written.length, app.count);
    if (reason) for (const { detail } of next.unused) assert.match(detail, reason);
    const healed = run([app.main], { cache });
    assert.strictEqual(healed.used.length, app.count);
    assert.strictEqual(healed.stdout, app.output);
  }
  await check("a bit flipped in any byte of the header", () =>
    spoil(kHeader * 2 - 1, (bytes, i) => void (bytes[i % kHeader] ^= i < kHeader ? 1 : 0x80), /wrong|version|changed/));
  await check("a bit flipped anywhere in the code", () =>
    spoil(119, (bytes, i) => {
      const at = kHeader + Math.floor(((bytes.length - kHeader - 1) * i) / 119);
      bytes[at] ^= 1 << i % 8;
    }, /wrong checksum/));
  await check("truncated, empty, with something added, or of zeros", () => {
    spoil(59, (bytes, i) => bytes.subarray(0, Math.floor((bytes.length * i) / 60)), /wrong/);
    spoil(1, (bytes) => bytes.subarray(0, bytes.length - 1), /wrong size/);
    spoil(1, (bytes) => Buffer.concat([bytes, Buffer.alloc(1)]), /wrong size/);
    spoil(1, (bytes) => Buffer.alloc(bytes.length), /wrong magic/);
  });
  await check("the file of another module or version", () => {
    let all;
    spoil(3, (_, i, files) => {
      all ??= files.map((file) => fs.readFileSync(file));
      return all[(i + 1) % all.length];
    }, /another version/);
  });

  await check("a changed source, of the same length too", () => {
    const app = make({ "main.js": "console.log(100)" });
    const main = path.join(app, "main.js");
    const cache = newCache();
    run([main], { cache });
    for (const text of ["console.log(200)", "console.log(2000)", "console.log('ü')", "console.log('緑')", ""]) {
      fs.writeFileSync(main, text);
      const next = run([main], { cache });
      assert.strictEqual(next.stdout, run([main]).stdout);
      assert.match(next.unused[0].detail, /changed/);
      assert.strictEqual(run([main], { cache }).used.length, 1);
    }
    fs.writeFileSync(main, "import fs from 'fs'; console.log(typeof fs)"); // CommonJS becomes an ES module
    for (let i = 0; i < 2; i++) assert.strictEqual(run([main], { cache }).stdout, "object\n");
  });

  await check("eight starts at once", async () => {
    const app = tree(40);
    const cache = newCache();
    const runs = await Promise.all(Array.from({ length: 8 }, () => start([app.main], { cache })));
    for (const { status, stdout } of runs) {
      assert.strictEqual(status, 0);
      assert.strictEqual(stdout, app.output);
    }
    const { files } = entriesOf(cache);
    assert.strictEqual(files.length, app.count);
    assert.strictEqual(run([app.main], { cache }).used.length, app.count);
  });

  await check("what a killed process left behind", () => {
    const app = tree(0);
    const cache = newCache();
    run([app.main], { cache });
    const [file] = entriesOf(cache).files;
    fs.renameSync(file, `${file}.tmp`);
    assert.deepStrictEqual(run([app.main], { cache }).written, []); // it may still be at work
    fs.utimesSync(`${file}.tmp`, new Date(0), new Date(0));
    assert.strictEqual(run([app.main], { cache }).written.length, 1);
    assert.deepStrictEqual(entriesOf(cache).files, [file]);
  });

  const enable = (directory) => {
    const call = `require("module").enableCompileCache(${JSON.stringify(directory)})`;
    return JSON.parse(run(["-p", `JSON.stringify(${call})`]).stdout);
  };
  await check("a directory that cannot be used", () => {
    const app = make({ file: "" });
    const bad = [path.join(app, "file"), path.join(app, "file/below"), "/proc/none", "/dev/null", "/a".repeat(5000)];
    for (const directory of bad) {
      const result = enable(directory);
      assert.strictEqual(result.status, 0);
      assert(result.message.startsWith("Cannot create cache directory: "), result.message);
      assert.strictEqual(result.directory, undefined);
      const { main, output } = tree(1);
      const quiet = run([main], { cache: directory });
      assert.strictEqual(quiet.stdout, output);
      assert.strictEqual(quiet.status, 0);
    }
  });

  await check("a folder that others may have written is refused", () => {
    const cache = newCache();
    const app = tree(1);
    run([app.main], { cache });
    const { folder, files } = entriesOf(cache);
    fs.chmodSync(folder, 0o777);
    assert.match(enable(cache).message, /others may write/);
    assert.deepStrictEqual(run([app.main], { cache }).used, []);
    fs.chmodSync(folder, 0o700);
    assert.strictEqual(run([app.main], { cache }).used.length, app.count);
    for (const file of files) fs.chmodSync(file, 0o666);
    assert.deepStrictEqual(run([app.main], { cache }).used, []);
    fs.renameSync(folder, `${cache}.moved`);
    fs.symlinkSync(`${cache}.moved`, folder);
    assert.strictEqual(enable(cache).status, 0);
    fs.unlinkSync(folder);
    fs.mkdirSync(folder, 0o700);
    for (const file of fs.readdirSync(`${cache}.moved`)) {
      fs.symlinkSync(path.join(`${cache}.moved`, file), path.join(folder, file));
    }
    assert.deepStrictEqual(run([app.main], { cache }).used, []); // nor are links followed; they are replaced
    assert.strictEqual(run([app.main], { cache }).used.length, app.count);
    if (isRoot) {
      fs.chownSync(folder, 12345, 12345);
      assert.match(enable(cache).message, /another user/);
    }
  });

  await check("a folder that can only be read is used", () => {
    if (isRoot) return; // who may write everywhere
    const cache = newCache();
    const app = tree(3);
    run([app.main], { cache });
    const { folder } = entriesOf(cache);
    fs.chmodSync(folder, 0o500);
    fs.appendFileSync(app.main, "//");
    const next = run([app.main], { cache });
    fs.chmodSync(folder, 0o700);
    assert.strictEqual(next.status, 0);
    assert.strictEqual(next.used.length, 3);
    assert.deepStrictEqual(next.written, []);
  });

  await check("a portable cache moves with the program", () => {
    const app = make({
      "a b/main.mjs": `import "./c.cjs"; console.log(import.meta.dirname.split("/").at(-2))`,
      "a b/c.cjs": "console.log(__filename.split('/').at(-3))",
    });
    const start = (root, env) => run([path.join(root, "a b/main.mjs")], { cache: path.join(root, "cache"), env });
    const portable = { NODE_COMPILE_CACHE_PORTABLE: "1" };
    start(app, portable);
    fs.renameSync(app, `${app} ä moved`);
    const moved = start(`${app} ä moved`, portable);
    assert.strictEqual(moved.used.length, 2);
    assert.strictEqual(moved.stdout, `${`${path.basename(app)} ä moved\n`.repeat(2)}`);
    assert.deepStrictEqual(start(`${app} ä moved`).used, []);
    fs.renameSync(`${app} ä moved`, app);
    assert.deepStrictEqual(start(app).used, []);
  });

  await check("other flags of V8 have a cache of their own", () => {
    const app = tree(1);
    const cache = newCache();
    run([app.main], { cache });
    for (const flags of [["--no-snapshot"], ["--no-lazy"]]) {
      assert.strictEqual(run([...flags, app.main], { cache }).written.length, app.count);
      assert.strictEqual(run([...flags, app.main], { cache }).used.length, app.count);
    }
    assert.strictEqual(run([app.main], { cache }).used.length, app.count);
  });
} finally {
  fs.rmSync(temporary, { recursive: true, force: true });
}
finish();
