/** Mode, owner and times of what a path names. */
import binding from "binding:fs";
import { validateInteger } from "../validators";
import { toMode } from "./flags";
import { type Callback, validateCallback } from "./options";
import { toPath } from "./paths";
import { toSeconds } from "./times";

/** A user or group number; -1 leaves it as it is. */
export function toId(id: unknown, name: string): number {
  validateInteger(id, name, -1, 4294967295);
  return id >>> 0;
}

export function chmod(path: unknown, mode: unknown, callback: Callback): void {
  const checked = toPath(path);
  const bits = toMode(mode, "mode");
  validateCallback(callback);
  binding.chmod(checked, bits, callback);
}
export function chmodSync(path: unknown, mode: unknown): void {
  binding.chmodSync(toPath(path), toMode(mode, "mode"));
}

export function chown(path: unknown, uid: unknown, gid: unknown, callback: Callback): void {
  const checked = toPath(path);
  const user = toId(uid, "uid");
  const group = toId(gid, "gid");
  validateCallback(callback);
  binding.chown(checked, user, group, callback);
}
export function chownSync(path: unknown, uid: unknown, gid: unknown): void {
  binding.chownSync(toPath(path), toId(uid, "uid"), toId(gid, "gid"));
}

/** `chown` that does not follow a symbolic link. */
export function lchown(path: unknown, uid: unknown, gid: unknown, callback: Callback): void {
  const checked = toPath(path);
  const user = toId(uid, "uid");
  const group = toId(gid, "gid");
  validateCallback(callback);
  binding.lchown(checked, user, group, callback);
}
export function lchownSync(path: unknown, uid: unknown, gid: unknown): void {
  binding.lchownSync(toPath(path), toId(uid, "uid"), toId(gid, "gid"));
}

export function utimes(path: unknown, atime: unknown, mtime: unknown, callback: Callback): void {
  const checked = toPath(path);
  const accessed = toSeconds(atime);
  const modified = toSeconds(mtime);
  validateCallback(callback);
  binding.utimes(checked, accessed, modified, callback);
}
export function utimesSync(path: unknown, atime: unknown, mtime: unknown): void {
  binding.utimesSync(toPath(path), toSeconds(atime), toSeconds(mtime));
}

/** `utimes` that does not follow a symbolic link. */
export function lutimes(path: unknown, atime: unknown, mtime: unknown, callback: Callback): void {
  const checked = toPath(path);
  const accessed = toSeconds(atime);
  const modified = toSeconds(mtime);
  validateCallback(callback);
  binding.lutimes(checked, accessed, modified, callback);
}
export function lutimesSync(path: unknown, atime: unknown, mtime: unknown): void {
  binding.lutimesSync(toPath(path), toSeconds(atime), toSeconds(mtime));
}
