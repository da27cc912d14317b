import { validateString } from "../validators";
import { baseWithoutSuffix, extensionIndex } from "./basename";
import { collapse } from "./collapse";
import { formatPath } from "./format";
import { currentDirectory } from "./process";
import { requireGlob } from "./lazy_glob";
import type { FormatInputPathObject, ParsedPath, PathModule } from "./types";

const kSlash = 47;

/** Where the path ends when separators at its end are not counted; a lone root counts. */
function trimmedEnd(path: string): number {
  let end = path.length;
  while (end > 1 && path.charCodeAt(end - 1) === kSlash) end--;
  return end;
}

/** The path in its shortest equal form; a separator at the end stays. */
export function normalize(path: string): string {
  validateString(path, "path");
  const length = path.length;
  if (length === 0) return ".";
  const absolute = path.charCodeAt(0) === kSlash;
  const start = absolute ? 1 : 0;
  const result = collapse(path, start, !absolute, "/", kSlash);
  const trailing = path.charCodeAt(length - 1) === kSlash;
  if (result.length === start) return absolute ? "/" : trailing ? "./" : ".";
  return trailing ? `${result}/` : result;
}

/** Is `path` absolute? */
export function isAbsolute(path: string): boolean {
  validateString(path, "path");
  return path.length > 0 && path.charCodeAt(0) === kSlash;
}

/** All non-empty paths joined by `/`, normalised; `.` when there are none. */
export function join(...paths: string[]): string {
  let joined = "";
  for (let i = 0; i < paths.length; i++) {
    const part = paths[i]!;
    validateString(part, "path");
    if (part.length > 0) joined = joined.length === 0 ? part : `${joined}/${part}`;
  }
  return joined.length === 0 ? "." : normalize(joined);
}

/** Walks from the last path to the first until the path is absolute; the working directory comes last. */
export function resolve(...paths: string[]): string {
  let joined = "";
  let absolute = false;
  for (let i = paths.length - 1; i >= 0 && !absolute; i--) {
    const part = paths[i]!;
    if (typeof part !== "string") validateString(part, `paths[${i}]`);
    if (part.length === 0) continue;
    joined = joined.length === 0 ? part : `${part}/${joined}`;
    absolute = part.charCodeAt(0) === kSlash;
  }
  if (!absolute) {
    const cwd = currentDirectory();
    joined = joined.length === 0 ? cwd : `${cwd}/${joined}`;
    absolute = cwd.charCodeAt(0) === kSlash;
  }
  const result = collapse(joined, absolute ? 1 : 0, !absolute, "/", kSlash);
  return result.length === 0 ? "." : result;
}

/** The way from one directory to another path; empty when both are the same place. */
export function relative(from: string, to: string): string {
  validateString(from, "from");
  validateString(to, "to");
  if (from === to) return "";
  from = resolve(from);
  to = resolve(to);
  if (from === to) return "";
  const fromLength = from.length;
  const toLength = to.length;
  const shorter = Math.min(fromLength, toLength);
  let same = 0;
  let boundary = 0; // the last separator up to which both agree
  while (same < shorter) {
    const code = from.charCodeAt(same);
    if (code !== to.charCodeAt(same)) break;
    if (code === kSlash) boundary = same;
    same++;
  }
  // One may end exactly where the other has a separator; the root's own slash always is one.
  if (same === shorter) {
    if (fromLength === same ? toLength > same && to.charCodeAt(same) === kSlash : from.charCodeAt(same) === kSlash) {
      boundary = same;
    }
  }
  let up = "";
  for (let i = boundary + 1; i <= fromLength && fromLength > 1; i++) {
    if (i === fromLength || from.charCodeAt(i) === kSlash) up = up.length === 0 ? ".." : `${up}/..`;
  }
  const down = to.slice(boundary + 1);
  if (down.length === 0) return up;
  return up.length === 0 ? down : `${up}/${down}`;
}

/** On POSIX, the path itself. */
export function toNamespacedPath<T>(path: T): T {
  return path;
}

/** Everything before the last segment. */
export function dirname(path: string): string {
  validateString(path, "path");
  if (path.length === 0) return ".";
  const index = path.lastIndexOf("/", trimmedEnd(path) - 1);
  if (index === -1) return ".";
  if (index === 0) return "/";
  if (index === 1 && path.charCodeAt(0) === kSlash) return "//";
  return path.slice(0, index);
}

/** The last segment, without `suffix`. */
export function basename(path: string, suffix?: string): string {
  if (suffix !== undefined) validateString(suffix, "suffix");
  validateString(path, "path");
  const end = trimmedEnd(path);
  const start = path.lastIndexOf("/", end - 1) + 1;
  if (suffix === undefined) return path.slice(start, end);
  return start < end ? baseWithoutSuffix(path, suffix, start, end) : baseWithoutSuffix(path, suffix, 0, 0);
}

/** From the last dot of the last segment to its end; empty when there is none. */
export function extname(path: string): string {
  validateString(path, "path");
  const end = trimmedEnd(path);
  const base = path.slice(path.lastIndexOf("/", end - 1) + 1, end);
  const dot = extensionIndex(base);
  return dot === -1 ? "" : base.slice(dot);
}

/** Builds a path from the parts that `parse` gives. */
export function format(pathObject: FormatInputPathObject): string {
  return formatPath("/", pathObject);
}

/** Takes a path apart. */
export function parse(path: string): ParsedPath {
  validateString(path, "path");
  const result: ParsedPath = { root: "", dir: "", base: "", ext: "", name: "" };
  if (path.length === 0) return result;
  const absolute = path.charCodeAt(0) === kSlash;
  const end = trimmedEnd(path);
  const start = path.lastIndexOf("/", end - 1) + 1;
  result.base = result.name = path.slice(start, end);
  // Node sees an extension in the name of `/..`, and nowhere else in a name of two dots.
  const dot = start === 1 && result.base === ".." && end === 3 ? 1 : extensionIndex(result.base);
  if (dot !== -1) {
    result.name = result.base.slice(0, dot);
    result.ext = result.base.slice(dot);
  }
  if (absolute) result.root = "/";
  if (start > 1) result.dir = path.slice(0, start - 1);
  else if (absolute) result.dir = "/";
  return result;
}

/** Does the path match the glob pattern? */
export function matchesGlob(path: string, pattern: string): boolean {
  return requireGlob().matchesGlob(path, pattern, false);
}

/** `path.posix`; `win32` is set by lib/path.ts. */
export const posix = {
  resolve, normalize, isAbsolute, join, relative, toNamespacedPath, dirname, basename, extname, format, parse,
  matchesGlob, sep: "/", delimiter: ":", win32: null, posix: null,
} as unknown as PathModule;
