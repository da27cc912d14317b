/** The promise forms, built on the callback forms. */
import binding from "binding:fs";
import { ERR_METHOD_NOT_IMPLEMENTED } from "../errors";
import * as attributes from "./attributes";
import { type Dir, opendir as opendirTo } from "./dir";
import { FileHandle } from "./file_handle";
import { toFlags, toMode } from "./flags";
import * as links from "./links";
import * as modify from "./modify";
import { toOptions } from "./options";
import { toPath } from "./paths";
import { promised } from "./promise";
import * as readdirs from "./readdir";
import * as whole from "./read_file";
import * as removal from "./rm";
import * as stats from "./stat";
import type { BigIntStats, StatFs, Stats } from "./stats";
import { isIterableData, writeAll } from "./write_all";
import * as writes from "./write_file";

type AnyStats = Stats | BigIntStats;

export function access(path: unknown, mode?: unknown): Promise<void> {
  return promised((done) => stats.access(path, mode, done));
}
export function stat(path: unknown, options?: any): Promise<AnyStats> {
  return promised((done) => stats.stat(path, options, done));
}
export function lstat(path: unknown, options?: any): Promise<AnyStats> {
  return promised((done) => stats.lstat(path, options, done));
}
export function statfs(path: unknown, options?: any): Promise<StatFs> {
  return promised((done) => stats.statfs(path, options, done));
}

/** Opens a file. Close the handle: what is left to the garbage collector is closed late, and with a warning. */
export function open(path: unknown, flags?: unknown, mode?: unknown): Promise<FileHandle> {
  return promised((done) => {
    const checked = toPath(path);
    const word = toFlags(flags);
    binding.open(checked, word, toMode(mode, "mode", 0o666), (error: unknown, fd: number) => {
      if (error) done(error);
      else done(null, new FileHandle(fd));
    });
  });
}
export function opendir(path: unknown, options?: any): Promise<Dir> {
  return promised((done) => opendirTo(path, options, done));
}
export function readdir(path: unknown, options?: any): Promise<any[]> {
  return promised((done) => readdirs.readdir(path, options, done));
}
export function mkdir(path: unknown, options?: any): Promise<string | undefined> {
  return promised((done) => modify.mkdir(path, options, done as any));
}
export function mkdtemp(prefix: unknown, options?: any): Promise<any> {
  return promised((done) => modify.mkdtemp(prefix, options, done));
}
export function rm(path: unknown, options?: any): Promise<void> {
  return promised((done) => removal.rm(path, options, done));
}
export function rmdir(path: unknown, options?: any): Promise<void> {
  return promised((done) => removal.rmdir(path, options, done));
}
export function unlink(path: unknown): Promise<void> {
  return promised((done) => modify.unlink(path, done));
}
export function rename(from: unknown, to: unknown): Promise<void> {
  return promised((done) => modify.rename(from, to, done));
}
export function copyFile(from: unknown, to: unknown, mode?: unknown): Promise<void> {
  return promised((done) => modify.copyFile(from, to, mode, done));
}
export function truncate(path: unknown, length?: unknown): Promise<void> {
  return promised((done) => modify.truncate(toPath(path), length, done));
}
export function link(existing: unknown, path: unknown): Promise<void> {
  return promised((done) => links.link(existing, path, done));
}
export function symlink(target: unknown, path: unknown, type?: unknown): Promise<void> {
  return promised((done) => links.symlink(target, path, type ?? null, done));
}
export function readlink(path: unknown, options?: any): Promise<any> {
  return promised((done) => links.readlink(path, options, done));
}
export function realpath(path: unknown, options?: any): Promise<any> {
  return promised((done) => links.realpath.native(path, options, done));
}
export function chmod(path: unknown, mode: unknown): Promise<void> {
  return promised((done) => attributes.chmod(path, mode, done));
}
/** macOS only. */
export async function lchmod(_path: unknown, _mode: unknown): Promise<void> {
  throw new ERR_METHOD_NOT_IMPLEMENTED("lchmod()");
}
export function chown(path: unknown, uid: unknown, gid: unknown): Promise<void> {
  return promised((done) => attributes.chown(path, uid, gid, done));
}
export function lchown(path: unknown, uid: unknown, gid: unknown): Promise<void> {
  return promised((done) => attributes.lchown(path, uid, gid, done));
}
export function utimes(path: unknown, atime: unknown, mtime: unknown): Promise<void> {
  return promised((done) => attributes.utimes(path, atime, mtime, done));
}
export function lutimes(path: unknown, atime: unknown, mtime: unknown): Promise<void> {
  return promised((done) => attributes.lutimes(path, atime, mtime, done));
}

/** A path may be a FileHandle here, which is read from its position and stays open. */
export function readFile(path: unknown, options?: any): Promise<any> {
  if (path instanceof FileHandle) return path.readFile(options);
  return promised((done) => whole.readFile(typeof path === "number" ? toPath(path) : path, options, done));
}

/** `data` may be an iterable, asynchronous or not, or a stream: its pieces are written one after the other. */
export function writeFile(path: unknown, data: unknown, options?: any): Promise<void> {
  if (path instanceof FileHandle) return path.writeFile(data, options);
  if (isIterableData(data)) return writePieces(path, data, options, "w");
  return promised((done) => writes.writeFile(typeof path === "number" ? toPath(path) : path, data, options, done));
}
export function appendFile(path: unknown, data: unknown, options?: any): Promise<void> {
  if (path instanceof FileHandle) return path.appendFile(data, options);
  if (isIterableData(data)) return writePieces(path, data, options, "a");
  return promised((done) => writes.appendFile(typeof path === "number" ? toPath(path) : path, data, options, done));
}

async function writePieces(path: unknown, data: any, options: any, flag: string): Promise<void> {
  const given = toOptions(options);
  const handle = await open(path, given?.flag ?? flag, given?.mode);
  try {
    await writeAll(handle, data, given);
    if (given?.flush) await handle.sync();
  } finally {
    await handle.close();
  }
}
