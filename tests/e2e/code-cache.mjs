// The lazy units of lib/ come from the code cache that the build made, and from their texts where V8 does not take it.
// Usage: node tests/e2e/code-cache.mjs RONDO
import assert from "node:assert";
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { check, finish } from "../fixtures/e2e/check.mjs";

const rondo = path.resolve(process.argv[2]);
const build = path.dirname(rondo);
const cached = fs.existsSync(path.join(build, "code_cache.bin"));
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "rondo-code-cache-"));
const marker = "rondoMarker4712";
const otherFlag = "--stack-size=900"; // V8 takes code only under the flags that it was made with
const builtins = execFileSync(rondo, ["--list-builtins"], { encoding: "utf8" }).trim().split("\n");

/** Runs a script; its output, and how many lazy units came from where. */
function run(flags, text) {
  const script = path.join(temporary, "script.js");
  fs.writeFileSync(script, text);
  const { status, stdout, stderr } = spawnSync(rondo, ["--no-warnings", ...flags, "--startup-trace", script], { encoding: "utf8" });
  assert.strictEqual(status, 0, stderr);
  const counts = /^lazy units: (\d+) from the code cache, (\d+) rejected, (\d+) compiled$/m.exec(stderr);
  assert(counts, stderr);
  const [consumed, rejected, compiled] = counts.slice(1).map(Number);
  return { stdout, consumed, rejected, compiled };
}

// Everything that can be seen of the modules without calling them; a failed assertion, which knows the lines of lib/.
const everything = `
  const own = (value) => [...Reflect.ownKeys(value).map(String), value.name, value.length].join();
  for (const id of ${JSON.stringify(builtins)}) {
    const value = require(id);
    console.log(id, own(value));
    for (const name of Object.keys(value)) if (typeof value[name] === "function") console.log(name, own(value[name]));
  }
  for (const name of Object.getOwnPropertyNames(globalThis).sort()) console.log(name, typeof globalThis[name]);
  try { require("assert").deepStrictEqual({ a: [1, 2] }, { a: [1, 3] }); } catch (error) { console.log(error.message); }
  try { structuredClone(() => {}); } catch (error) { console.log(error.stack.split("\\n", 2).join()); }
  new ReadableStream({ start(c) { c.enqueue("chunk"); c.close(); } }).getReader().read().then(console.log);
`;

try {
  if (cached) {
    await check("every unit comes from the cache, none is rejected", () => {
      const { consumed, rejected, compiled } = run([], everything);
      assert(consumed > builtins.length / 2, `only ${consumed} units from the cache`);
      assert.deepStrictEqual({ rejected, compiled }, { rejected: 0, compiled: 0 });
    });
    await check("a built-in at a time", () => {
      for (const id of builtins) {
        const { rejected, compiled } = run([], `require(${JSON.stringify(id)});`);
        assert.deepStrictEqual({ rejected, compiled }, { rejected: 0, compiled: 0 }, id);
      }
    });
    await check("with other flags V8 compiles the texts instead", () => {
      const { consumed, rejected } = run([otherFlag], everything);
      assert.strictEqual(consumed, 0);
      assert(rejected > 0);
    });
    await check("nothing of the build is in the cache", () => {
      const folder = path.join(temporary, marker);
      fs.mkdirSync(folder);
      const file = path.join(folder, `${marker}.bin`);
      const script = path.join(folder, `${marker}.js`);
      fs.writeFileSync(script, `for (const id of ${JSON.stringify(builtins)}) require(id);`);
      const maker = path.join(build, "make_snapshot");
      execFileSync(maker, ["code", file, script, path.join(build, "snapshot.bin")], { cwd: folder, env: { ...process.env, RONDO_MARK: marker } });
      const data = fs.readFileSync(file);
      assert(data.length > 50_000);
      for (const leak of [marker, process.env.HOME, os.hostname(), build]) {
        if (!leak || leak.length < 5) continue;
        assert.strictEqual(data.indexOf(leak, 0, "latin1"), -1, leak);
        assert.strictEqual(data.indexOf(leak, 0, "utf16le"), -1, leak);
      }
    });
  }
  await check("without a snapshot the texts are compiled", () => {
    const { consumed, rejected, compiled } = run(["--no-snapshot"], everything);
    assert.deepStrictEqual({ consumed, rejected }, { consumed: 0, rejected: 0 });
    assert(compiled > 0);
  });
  await check("the same modules either way", () => {
    const lines = (flags) => run(flags, everything).stdout.split("\n");
    const expected = lines([]);
    for (const flag of [otherFlag, "--no-snapshot"]) {
      const found = lines([flag]);
      const at = expected.findIndex((line, i) => line !== found[i]);
      assert.strictEqual(found[at], expected[at], flag);
      assert.strictEqual(found.length, expected.length, flag);
    }
  });
} finally {
  fs.rmSync(temporary, { recursive: true, force: true });
}
finish();
