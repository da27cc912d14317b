/** Hard and symbolic links, and where they lead. */
import binding from "binding:fs";
import { coded, describe } from "../errors";
import { nameAs, nameTo } from "./modify";
import { type Callback, encodingOption, validateCallback } from "./options";
import { toPath } from "./paths";

const ERR_FS_INVALID_SYMLINK_TYPE = coded(
  Error,
  "ERR_FS_INVALID_SYMLINK_TYPE",
  (type: unknown) => `Symlink type must be one of "dir", "file", or "junction". Received "${type}"`,
);

export function link(existing: unknown, path: unknown, callback: Callback): void {
  validateCallback(callback);
  binding.link(toPath(existing, "existingPath"), toPath(path, "newPath"), callback);
}
export function linkSync(existing: unknown, path: unknown): void {
  binding.linkSync(toPath(existing, "existingPath"), toPath(path, "newPath"));
}

// The type matters on Windows only.
function checkType(type: unknown): void {
  if (type != null && type !== "dir" && type !== "file" && type !== "junction") {
    throw new ERR_FS_INVALID_SYMLINK_TYPE(typeof type === "string" ? type : describe(type));
  }
}

export function symlink(target: unknown, path: unknown, type: any, callback?: Callback): void {
  if (callback === undefined) {
    callback = type;
    type = undefined;
  }
  checkType(type);
  validateCallback(callback);
  binding.symlink(toPath(target, "target"), toPath(path), callback);
}
export function symlinkSync(target: unknown, path: unknown, type?: unknown): void {
  checkType(type);
  binding.symlinkSync(toPath(target, "target"), toPath(path));
}

export function readlink(path: unknown, options: any, callback?: Callback<any>): void {
  callback ??= options;
  validateCallback(callback);
  const { bytes, convert } = nameAs(encodingOption(options));
  binding.readlink(toPath(path), bytes, bytes ? nameTo(callback, convert) : callback);
}
export function readlinkSync(path: unknown, options?: any): any {
  const { bytes, convert } = nameAs(encodingOption(options));
  return convert(binding.readlinkSync(toPath(path), bytes));
}

function resolve(path: unknown, options: any, native: boolean, callback: Callback<any>): void {
  validateCallback(callback);
  const { bytes, convert } = nameAs(encodingOption(options));
  binding.realpath(toPath(path), bytes, native, bytes ? nameTo(callback, convert) : callback);
}
function resolveSync(path: unknown, options: any, native: boolean): any {
  const { bytes, convert } = nameAs(encodingOption(options));
  return convert(binding.realpathSync(toPath(path), bytes, native));
}

/** The absolute path without symbolic links. `native` differs in its errors only. */
export function realpath(path: unknown, options: any, callback?: Callback<any>): void {
  resolve(path, options, false, callback ?? options);
}
realpath.native = (path: unknown, options: any, callback?: Callback<any>): void => {
  resolve(path, options, true, callback ?? options);
};
export function realpathSync(path: unknown, options?: any): any {
  return resolveSync(path, options, false);
}
realpathSync.native = (path: unknown, options?: any): any => resolveSync(path, options, true);
