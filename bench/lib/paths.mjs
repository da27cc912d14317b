// Where things stand in the checkout.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
/** The folder of the benches, with its own package.json. */
export const bench = path.join(root, "bench");

/** The build folder whose C++ helpers belong to a rondo binary: its own folder, or the release build's. */
export function buildFolderOf(rondo) {
  const own = path.dirname(rondo);
  return fs.existsSync(path.join(own, "bench/spawn/measure_spawn")) ? own : path.join(root, "build/release");
}
