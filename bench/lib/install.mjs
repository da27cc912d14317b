// Installs and builds what is missing.
import { execFileSync, spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { BenchError } from "./errors.mjs";
import { bench, root } from "./paths.mjs";

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ["ignore", 2, 2] });
  if (error || status !== 0) throw new BenchError(`${[command, ...args].join(" ")} failed${error ? `: ${error.message}` : ""}`);
}

/** `npm ci` in bench/, when package-lock.json has changed since the last time. No package's own scripts are run. */
export function installPackages() {
  const modules = path.join(bench, "node_modules");
  const stamp = path.join(modules, ".rondo-lock");
  const hash = crypto.createHash("sha256").update(fs.readFileSync(path.join(bench, "package-lock.json"))).digest("hex");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === hash) return;
  process.stderr.write("bench: npm ci\n");
  try {
    const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"];
    execFileSync("npm", args, { cwd: bench, stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    const said = String(error.stderr ?? error.message).trim().split("\n").slice(0, 8).join("\n");
    throw new BenchError(`npm ci failed in ${bench}: ${said}`);
  }
  fs.writeFileSync(stamp, hash);
}

/** The private root, Rondo in release, and the C++ helpers of the bench. Returns the binary. */
export function buildRondo() {
  run(path.join(root, "tools/bootstrap"), [], root);
  run(path.join(root, "tools/build"), ["release", "all"], root);
  return path.join(root, "build/release/rondo");
}
