/** The walk of `cp`, as steps that run either way. */
import { dirname, isAbsolute, join, resolve } from "../path/posix";
import { systemError } from "./errors";
import type { BigIntStats } from "./stats";
import { call, run, statOf, type Steps } from "./steps";

export interface CpOptions {
  dereference: boolean;
  errorOnExist: boolean;
  filter: ((src: string, dest: string) => unknown) | undefined;
  force: boolean;
  mode: number;
  preserveTimestamps: boolean;
  recursive: boolean;
  verbatimSymlinks: boolean;
}

const EEXIST = 17;
const EINVAL = 22;
const EISDIR = 21;
const ENOTDIR = 20;

const kPrefixes = {
  ERR_FS_CP_DIR_TO_NON_DIR: "Cannot overwrite non-directory with directory",
  ERR_FS_CP_EEXIST: "Target already exists",
  ERR_FS_CP_EINVAL: "Invalid src or dest",
  ERR_FS_CP_FIFO_PIPE: "Cannot copy a FIFO pipe",
  ERR_FS_CP_NON_DIR_TO_DIR: "Cannot overwrite directory with non-directory",
  ERR_FS_CP_SOCKET: "Cannot copy a socket file",
  ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY: "Cannot overwrite symlink in subdirectory of self",
  ERR_FS_CP_UNKNOWN: "Cannot copy an unknown file type",
  ERR_FS_EISDIR: "Path is a directory",
};
const kNames: Record<number, string> = { [EEXIST]: "EEXIST", [EINVAL]: "EINVAL", [EISDIR]: "EISDIR", [ENOTDIR]: "ENOTDIR" };

function refuse(key: keyof typeof kPrefixes, message: string, path: string, errno: number): never {
  throw systemError(key, kPrefixes[key], { message, path, syscall: "cp", errno, code: kNames[errno]! });
}

const same = (a: BigIntStats, b: BigIntStats): boolean => a.ino === b.ino && a.dev === b.dev;

/** True when `inner` is `outer` or below it. */
function isBelow(outer: string, inner: string): boolean {
  const a = resolve(outer);
  const b = resolve(inner);
  return a === b || b.startsWith(a === "/" ? a : `${a}/`);
}

interface Pair {
  src: BigIntStats;
  dest: BigIntStats | undefined;
}

function* check(src: string, dest: string, o: CpOptions): Steps<Pair> {
  const source = (yield* statOf(src, o.dereference)) ?? (yield* run(o.dereference ? "stat" : "lstat", src, 0));
  const target = yield* statOf(dest, o.dereference);
  if (target !== undefined) {
    if (same(source, target)) refuse("ERR_FS_CP_EINVAL", "src and dest cannot be the same", dest, EINVAL);
    if (source.isDirectory() && !target.isDirectory()) {
      const text = `cannot overwrite non-directory ${dest} with directory ${src}`;
      refuse("ERR_FS_CP_DIR_TO_NON_DIR", text, dest, EISDIR);
    }
    if (!source.isDirectory() && target.isDirectory()) {
      const text = `cannot overwrite directory ${dest} with non-directory ${src}`;
      refuse("ERR_FS_CP_NON_DIR_TO_DIR", text, dest, ENOTDIR);
    }
  }
  if (source.isDirectory() && isBelow(src, dest)) refuseSelf(src, dest);
  return { src: source, dest: target };
}

function refuseSelf(src: string, dest: string): never {
  refuse("ERR_FS_CP_EINVAL", `cannot copy ${src} to a subdirectory of self ${dest}`, dest, EINVAL);
}

/** Refuses a destination in a directory that is the source itself under another name. */
function* checkParents(src: string, source: BigIntStats, dest: string): Steps<void> {
  for (let parent = resolve(dirname(dest)); ; parent = dirname(parent)) {
    if (parent === resolve(dirname(src)) || parent === "/") return;
    const stats = yield* statOf(parent, true);
    if (stats !== undefined && same(source, stats)) refuseSelf(src, dest);
  }
}

export function* copyTree(src: string, dest: string, o: CpOptions): Steps<void> {
  const pair = yield* check(src, dest, o);
  if (pair.src.isDirectory()) yield* checkParents(src, pair.src, dest);
  if (!(yield* wanted(src, dest, o))) return;
  const parent = dirname(dest);
  if ((yield* statOf(parent, true)) === undefined) yield* run("makePath", parent, 0o777);
  yield* copyEntry(src, dest, pair, o);
}

function* wanted(src: string, dest: string, o: CpOptions): Steps<boolean> {
  const { filter } = o;
  return filter === undefined || Boolean(yield* call(() => filter(src, dest)));
}

function* copyEntry(src: string, dest: string, pair: Pair, o: CpOptions): Steps<void> {
  const { src: stats } = pair;
  if (stats.isDirectory()) {
    if (!o.recursive) refuse("ERR_FS_EISDIR", `${src} is a directory (not copied)`, src, EISDIR);
    yield* copyDirectory(src, dest, pair, o);
  } else if (stats.isFile() || stats.isCharacterDevice() || stats.isBlockDevice()) {
    yield* copyFile(src, dest, pair, o);
  } else if (stats.isSymbolicLink()) {
    yield* copyLink(src, dest, pair, o);
  } else if (stats.isSocket()) {
    refuse("ERR_FS_CP_SOCKET", `cannot copy a socket file: ${dest}`, dest, EINVAL);
  } else if (stats.isFIFO()) {
    refuse("ERR_FS_CP_FIFO_PIPE", `cannot copy a FIFO pipe: ${dest}`, dest, EINVAL);
  } else {
    refuse("ERR_FS_CP_UNKNOWN", `cannot copy an unknown file type: ${dest}`, dest, EINVAL);
  }
}

function* copyFile(src: string, dest: string, pair: Pair, o: CpOptions): Steps<void> {
  const mode = Number(pair.src.mode & 0o7777n);
  if (pair.dest !== undefined) {
    if (!o.force) {
      if (o.errorOnExist) refuse("ERR_FS_CP_EEXIST", `${dest} already exists`, dest, EEXIST);
      return;
    }
    yield* run("unlink", dest);
  }
  yield* run("copyFile", src, dest, o.mode);
  if (o.preserveTimestamps) {
    if ((mode & 0o200) === 0) yield* run("chmod", dest, mode | 0o200);
    // Copying has read the source: its times anew.
    const now = (yield* statOf(src, true)) ?? pair.src;
    yield* run("utimes", dest, Number(now.atimeNs) / 1e9, Number(now.mtimeNs) / 1e9);
  }
  yield* run("chmod", dest, mode);
}

function* copyDirectory(src: string, dest: string, pair: Pair, o: CpOptions): Steps<void> {
  if (pair.dest === undefined) yield* run("mkdir", dest, 0o777);
  for (const name of yield* run("readdir", src, false, false, false)) {
    const from = join(src, name);
    const to = join(dest, name);
    if (!(yield* wanted(from, to, o))) continue;
    yield* copyEntry(from, to, yield* check(from, to, o), o);
  }
  if (pair.dest === undefined) yield* run("chmod", dest, Number(pair.src.mode & 0o7777n));
}

function* copyLink(src: string, dest: string, pair: Pair, o: CpOptions): Steps<void> {
  let target: string = yield* run("readlink", src, false);
  if (!o.verbatimSymlinks && !isAbsolute(target)) target = resolve(dirname(src), target);
  if (pair.dest === undefined) {
    yield* run("symlink", target, dest);
    return;
  }
  if (pair.dest.isSymbolicLink()) {
    let present: string = yield* run("readlink", dest, false);
    if (!isAbsolute(present)) present = resolve(dirname(dest), present);
    const stats = yield* statOf(src, true);
    if (stats?.isDirectory()) {
      if (isBelow(target, present) && resolve(target) !== resolve(present)) refuseSelf(target, present);
      if (isBelow(present, target) && resolve(target) !== resolve(present)) {
        const text = `cannot overwrite ${present} with ${target}`;
        refuse("ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY", text, dest, EINVAL);
      }
    }
    yield* run("unlink", dest);
  }
  yield* run("symlink", target, dest);
}
