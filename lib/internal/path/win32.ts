import { validateString } from "../validators";
import { baseWithoutSuffix, extensionIndex } from "./basename";
import { collapse } from "./collapse";
import { formatPath } from "./format";
import { requireGlob } from "./lazy_glob";
import { currentDirectory, driveDirectory } from "./process";
import type { FormatInputPathObject, ParsedPath, PathModule } from "./types";
import { findRoot, hasDrive, isSeparator, reservedDevice } from "./win32_root";

const kBackslash = 92;

/** The rest of a path behind its root in its shortest form, without a separator at its end. */
function collapseTail(tail: string, keepUp: boolean): string {
  return collapse(tail.replaceAll("/", "\\"), 0, keepUp, "\\", kBackslash);
}

/** Where the last segment of `path` begins and ends, looking no further back than `root`. */
function lastSegment(path: string, root: number): [start: number, end: number] {
  let end = path.length;
  while (end > root && isSeparator(path.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > root && !isSeparator(path.charCodeAt(start - 1))) start--;
  return [start, end];
}

/** The path in its shortest equal form; a separator at the end stays. */
export function normalize(path: string): string {
  validateString(path, "path");
  if (path.length === 0) return ".";
  if (path === ":") return path;
  const root = findRoot(path, true);
  // `CON:` and its like name a device wherever they stand: the result must not become one.
  const reserved = root.device === "" && !root.absolute ? reservedDevice(path) : "";
  if (reserved !== "") return `.\\${reserved}${withSeparator(path, reserved.length, false)}`;
  const tail = withSeparator(path, root.end, root.absolute);
  if (root.device === "" && !root.absolute && becomesDrive(path, tail)) return `.\\${tail}`;
  return `${root.device}${root.absolute ? "\\" : ""}${tail}`;
}

function withSeparator(path: string, start: number, absolute: boolean): string {
  let tail = collapseTail(path.slice(start), !absolute);
  if (tail === "" && !absolute) tail = ".";
  if (tail !== "" && start < path.length && isSeparator(path.charCodeAt(path.length - 1))) tail += "\\";
  return tail;
}

/** Would a relative path, once shortened, be taken for a path on a drive? */
function becomesDrive(path: string, tail: string): boolean {
  if (!path.includes(":")) return false;
  return hasDrive(tail) || /:(?:[\\/]|$)/.test(path);
}

/** Is `path` absolute? `C:a` is not: it depends on the drive's working directory. */
export function isAbsolute(path: string): boolean {
  validateString(path, "path");
  if (path.length === 0) return false;
  if (isSeparator(path.charCodeAt(0))) return true;
  return path.length > 2 && hasDrive(path) && isSeparator(path.charCodeAt(2));
}

/** All non-empty paths joined by `\`, normalised; `.` when there are none. */
export function join(...paths: string[]): string {
  let joined: string | undefined;
  let first = "";
  for (const part of paths) {
    validateString(part, "path");
    if (part.length === 0) continue;
    if (joined === undefined) joined = first = part;
    else joined += `\\${part}`;
  }
  if (joined === undefined) return ".";
  // Parts that merely add up to `\\name` are no share: only a first part that says so itself is one.
  if (!/^[\\/]{2}[^\\/]/.test(first)) joined = joined.replace(/^[\\/]{2,}/, "\\");
  return normalize(joined);
}

/** Walks from the last path to the first until the path is absolute; the working directory comes last. */
export function resolve(...paths: string[]): string {
  let device = "";
  let tail = "";
  let absolute = false;
  for (let i = paths.length - 1; i >= -1; i--) {
    let path: string;
    if (i >= 0) {
      path = paths[i]!;
      validateString(path, `paths[${i}]`);
      if (path.length === 0) continue;
    } else if (device === "") {
      path = currentDirectory();
    } else {
      path = driveDirectory(device);
      // A directory of another drive says nothing about this one: begin at this drive's root.
      if (path.slice(0, 2).toLowerCase() !== device.toLowerCase() && path.charCodeAt(2) === kBackslash) {
        path = `${device}\\`;
      }
    }
    const root = findRoot(path, true);
    if (root.device !== "") {
      if (device === "") device = root.device;
      else if (root.device.toLowerCase() !== device.toLowerCase()) continue;
    }
    if (!absolute) {
      tail = `${path.slice(root.end)}\\${tail}`;
      absolute = root.absolute;
    }
    if (absolute && device !== "") break;
  }
  tail = collapseTail(tail, !absolute);
  return absolute ? `${device}\\${tail}` : `${device}${tail}` || ".";
}

/** The way from one directory to another path, names compared without regard to case. */
export function relative(from: string, to: string): string {
  validateString(from, "from");
  validateString(to, "to");
  if (from === to) return "";
  const source = resolve(from);
  const target = resolve(to);
  if (source === target) return "";
  const lowerSource = source.toLowerCase();
  const lowerTarget = target.toLowerCase();
  if (lowerSource === lowerTarget) return "";
  const split = (text: string): string[] => text.split("\\").filter((part) => part !== "");
  const sourceParts = split(source);
  const targetParts = split(target);
  const shorter = Math.min(sourceParts.length, targetParts.length);
  let same = 0;
  while (same < shorter && sourceParts[same]!.toLowerCase() === targetParts[same]!.toLowerCase()) same++;
  if (same === 0 && shorter > 0) return target;
  const up = new Array<string>(sourceParts.length - same).fill("..");
  const way = [...up, ...targetParts.slice(same)].join("\\");
  // Only the root of a share ends in a separator; seen from its server, it keeps it.
  return same > 0 && same === sourceParts.length && target.endsWith("\\") ? `${way}\\` : way;
}

/** The `\\?\` form of an absolute path, which the system takes without limits on its length. */
export function toNamespacedPath<T>(path: T): T {
  if (typeof path !== "string" || path.length === 0) return path;
  const full = resolve(path);
  if (full.length <= 2) return path;
  if (full.startsWith("\\\\")) {
    const third = full[2];
    return (third === "?" || third === "." ? full : `\\\\?\\UNC\\${full.slice(2)}`) as T;
  }
  return (hasDrive(full) && full.charCodeAt(2) === kBackslash ? `\\\\?\\${full}` : full) as T;
}

/** Everything before the last segment. */
export function dirname(path: string): string {
  validateString(path, "path");
  if (path.length === 0) return ".";
  const root = findRoot(path, false);
  const [start] = lastSegment(path, root.end);
  if (start > root.end) return path.slice(0, start - 1);
  return root.end > 0 ? path.slice(0, root.end) : ".";
}

/** The last segment, without `suffix`. */
export function basename(path: string, suffix?: string): string {
  if (suffix !== undefined) validateString(suffix, "suffix");
  validateString(path, "path");
  const [start, end] = lastSegment(path, hasDrive(path) ? 2 : 0);
  return suffix === undefined ? path.slice(start, end) : baseWithoutSuffix(path, suffix, start, end);
}

/** From the last dot of the last segment to its end; empty when there is none. */
export function extname(path: string): string {
  validateString(path, "path");
  const [start, end] = lastSegment(path, hasDrive(path) ? 2 : 0);
  const base = path.slice(start, end);
  const dot = extensionIndex(base);
  return dot === -1 ? "" : base.slice(dot);
}

/** Builds a path from the parts that `parse` gives. */
export function format(pathObject: FormatInputPathObject): string {
  return formatPath("\\", pathObject);
}

/** Takes a path apart. */
export function parse(path: string): ParsedPath {
  validateString(path, "path");
  const result: ParsedPath = { root: "", dir: "", base: "", ext: "", name: "" };
  if (path.length === 0) return result;
  const root = findRoot(path, false);
  result.root = result.dir = path.slice(0, root.end);
  const [start, end] = lastSegment(path, root.end);
  result.base = result.name = path.slice(start, end);
  const dot = extensionIndex(result.base);
  if (dot !== -1) {
    result.name = result.base.slice(0, dot);
    result.ext = result.base.slice(dot);
  }
  if (start > root.end) result.dir = path.slice(0, start - 1);
  return result;
}

/** Does the path match the glob pattern? */
export function matchesGlob(path: string, pattern: string): boolean {
  return requireGlob().matchesGlob(path, pattern, true);
}

/** `path.win32`; `posix` is set by lib/path.ts. */
export const win32 = {
  resolve, normalize, isAbsolute, join, relative, toNamespacedPath, dirname, basename, extname, format, parse,
  matchesGlob, sep: "\\", delimiter: ";", win32: null, posix: null,
} as unknown as PathModule;
