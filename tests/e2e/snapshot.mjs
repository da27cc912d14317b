// What the startup snapshot holds is the same for every process; what belongs to a process is read at its start.
// Usage: node tests/e2e/snapshot.mjs RONDO
import assert from "node:assert";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { check, finish } from "../fixtures/e2e/check.mjs";

const rondo = path.resolve(process.argv[2]);
const build = path.dirname(rondo);
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "rondo-snapshot-"));
const marker = "rondoMarker4711";

function run(flags, text, options = {}) {
  return execFileSync(rondo, [...flags, "-p", text], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], ...options }).trim();
}
/** The same text from the snapshot and from lib/ run anew. */
function both(text, options) {
  return [run([], text, options), run(["--no-snapshot"], text, options)];
}

try {
  const maker = path.join(build, "make_snapshot");
  if (fs.existsSync(maker)) {
    // Made in a place, with an environment and arguments that no other process has: nothing of them is in the blob.
    await check("nothing of the build is in the blob", () => {
      const folder = path.join(temporary, marker);
      fs.mkdirSync(folder);
      const file = path.join(folder, `${marker}.bin`);
      execFileSync(maker, ["blob", file, path.join(build, "snapshot.bin.hints")], { cwd: folder, env: { ...process.env, RONDO_MARK: marker, HOME: folder, TZ: "Asia/Tokyo" } });
      const blob = fs.readFileSync(file);
      assert(blob.length > 100_000);
      for (const leak of [marker, process.env.HOME, os.hostname(), build, process.execPath]) {
        if (!leak || leak.length < 5) continue;
        assert.strictEqual(blob.indexOf(leak, 0, "latin1"), -1, leak);
        assert.strictEqual(blob.indexOf(leak, 0, "utf16le"), -1, leak);
      }
    });
  }

  await check("environment, folder and arguments", () => {
    const text = "JSON.stringify([process.env.RONDO_MARK, process.cwd(), process.argv.slice(1), process.title, new Date(0).getHours()])";
    const options = { cwd: temporary, env: { ...process.env, RONDO_MARK: marker, TZ: "Asia/Tokyo" } };
    const [frozen, anew] = both(text, options);
    assert.strictEqual(frozen, anew);
    assert.deepStrictEqual(JSON.parse(frozen).slice(0, 3), [marker, fs.realpathSync(temporary), []]);
    assert.strictEqual(JSON.parse(frozen)[4], 9);
  });

  await check("random numbers differ between starts", () => {
    const seen = new Set();
    for (let i = 0; i < 5; i++) seen.add(run([], "Math.random()"));
    assert.strictEqual(seen.size, 5);
  });

  await check("clocks", () => {
    const before = Date.now();
    const [origin, now, hrtime, uptime] = JSON.parse(
      run([], "JSON.stringify([performance.timeOrigin, performance.now(), process.hrtime()[0], process.uptime()])"),
    );
    const after = Date.now();
    assert(origin >= before - 50 && origin <= after + 50, `timeOrigin ${origin}, not in ${before}..${after}`);
    assert(now > 0 && now <= after - before + 50);
    assert(uptime > 0 && uptime <= (after - before + 50) / 1000);
    assert(Math.abs(hrtime - Number(process.hrtime()[0])) < 10);
  });

  await check("the same globals, built-ins and language features", () => {
    for (const text of [
      "JSON.stringify(Object.getOwnPropertyNames(globalThis).sort())",
      "JSON.stringify(Reflect.ownKeys(process).map(String).sort())",
      "require('module').builtinModules.join()",
      "require('module').builtinModules.map((n) => [n, Object.keys(require(n))].join(':')).join('\\n')",
      "[Array, Promise, Set, Map, Iterator, RegExp, Math, JSON, Intl, Atomics, ArrayBuffer, Uint8Array, Error].map((o) => " +
        "Reflect.ownKeys(o).concat(Reflect.ownKeys(o.prototype ?? {})).map(String).join()).join('\\n')",
      "require('vm').runInNewContext('Reflect.ownKeys(globalThis).map(String).sort().join()')",
      "require('vm').runInNewContext('a + 1', { a: 1 })",
      "[JSON.parse.name, JSON.parse.length, String(JSON.parse), Atomics.wait.length].join()",
    ]) {
      const [frozen, anew] = both(text);
      assert.strictEqual(frozen, anew);
    }
  });
} finally {
  fs.rmSync(temporary, { recursive: true, force: true });
}
finish();
