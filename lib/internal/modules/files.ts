/** What the loader asks of the file system: one native call each, remembered where that is safe. */
import binding from "binding:modules";
import { onStart } from "../startup";

/** What a path is, as `statPath` says: a negative number means that nothing is there. */
export const kFile = 0;
export const kDirectory = 1;

// binding.stat adds this when the path's last part is a symbolic link.
const kLink = 2;

let statCache: Map<string, number> | undefined;
const realDirectories = new Map<string, string>();
let preserveSymlinks = false;

onStart(() => {
  realDirectories.clear();
  preserveSymlinks = false;
});

/** Set at start from `--preserve-symlinks`. */
export function setPreserveSymlinks(on: boolean): void {
  preserveSymlinks = on;
}

/** Remembers stat results until `endStatCache`: files do not come and go in the course of one `require`. */
export function beginStatCache(): void {
  statCache = new Map();
}
export function endStatCache(): void {
  statCache = undefined;
}

function rawStat(path: string): number {
  if (statCache === undefined) return binding.stat(path);
  const known = statCache.get(path);
  if (known !== undefined) return known;
  const result = binding.stat(path);
  if (result >= 0) statCache.set(path, result); // what is missing may be created by the next module
  return result;
}

/** `kFile`, `kDirectory`, or negative. Symbolic links are followed. */
export function statPath(path: string): number {
  const result = rawStat(path);
  return result < 0 ? result : result & 1;
}

function realDirectory(directory: string): string {
  const known = realDirectories.get(directory);
  if (known !== undefined) return known;
  const real = binding.realpath(directory);
  realDirectories.set(directory, real);
  return real;
}

/** The path without symbolic links, of a file that exists; the path as it is under `--preserve-symlinks`. */
export function toRealPath(path: string): string {
  return preserveSymlinks ? path : followLinks(path);
}

/** The path without symbolic links, whatever the options say. */
export function followLinks(path: string): string {
  if (rawStat(path) >= kLink) return binding.realpath(path);
  const slash = path.lastIndexOf("/");
  const directory = slash <= 0 ? "/" : path.slice(0, slash);
  const real = realDirectory(directory);
  return real === directory ? path : real === "/" ? path.slice(slash) : real + path.slice(slash);
}

/** A file's text; throws what `fs.readFileSync(path, "utf8")` would throw. */
export function readSource(path: string): string {
  return binding.readText(path);
}

/** The text without its byte order mark. */
export function stripBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
