/** What else can be done with a descriptor: fsync, fdatasync, ftruncate, fchmod, fchown, futimes. */
import binding from "binding:fs";
import { validateInteger } from "../validators";
import { toId } from "./attributes";
import { toFd, toMode } from "./flags";
import { type Callback, validateCallback } from "./options";
import { toSeconds } from "./times";

export function fsync(fd: unknown, callback: Callback): void {
  const number = toFd(fd);
  validateCallback(callback);
  binding.fsync(number, callback);
}
export function fsyncSync(fd: unknown): void {
  binding.fsyncSync(toFd(fd));
}

export function fdatasync(fd: unknown, callback: Callback): void {
  const number = toFd(fd);
  validateCallback(callback);
  binding.fdatasync(number, callback);
}
export function fdatasyncSync(fd: unknown): void {
  binding.fdatasyncSync(toFd(fd));
}

/** A length for truncate; what is negative is 0. */
export function toLength(length: unknown): number {
  if (length == null) return 0;
  validateInteger(length, "len");
  return Math.max(0, length);
}

export function ftruncate(fd: unknown, length: any, callback?: Callback): void {
  if (typeof length === "function") {
    callback = length;
    length = 0;
  }
  const number = toFd(fd);
  const size = toLength(length);
  validateCallback(callback);
  binding.ftruncate(number, size, callback);
}
export function ftruncateSync(fd: unknown, length?: unknown): void {
  binding.ftruncateSync(toFd(fd), toLength(length));
}

export function fchmod(fd: unknown, mode: unknown, callback: Callback): void {
  const number = toFd(fd);
  const bits = toMode(mode, "mode");
  validateCallback(callback);
  binding.fchmod(number, bits, callback);
}
export function fchmodSync(fd: unknown, mode: unknown): void {
  binding.fchmodSync(toFd(fd), toMode(mode, "mode"));
}

export function fchown(fd: unknown, uid: unknown, gid: unknown, callback: Callback): void {
  const number = toFd(fd);
  const user = toId(uid, "uid");
  const group = toId(gid, "gid");
  validateCallback(callback);
  binding.fchown(number, user, group, callback);
}
export function fchownSync(fd: unknown, uid: unknown, gid: unknown): void {
  binding.fchownSync(toFd(fd), toId(uid, "uid"), toId(gid, "gid"));
}

export function futimes(fd: unknown, atime: unknown, mtime: unknown, callback: Callback): void {
  const number = toFd(fd);
  const accessed = toSeconds(atime);
  const modified = toSeconds(mtime);
  validateCallback(callback);
  binding.futimes(number, accessed, modified, callback);
}
export function futimesSync(fd: unknown, atime: unknown, mtime: unknown): void {
  binding.futimesSync(toFd(fd), toSeconds(atime), toSeconds(mtime));
}
