/** Making, moving and removing single entries. */
import binding from "binding:fs";
import { coded, ERR_INVALID_ARG_TYPE } from "../errors";
import { validateBoolean } from "../validators";
import { toLength } from "./descriptors";
import { toFd, toMode } from "./flags";
import { type Callback, encodingOption, isUtf8, validateCallback } from "./options";
import { toPath } from "./paths";

interface MkdirPlan {
  recursive: boolean;
  mode: number;
}
function planMkdir(options: any): MkdirPlan {
  if (typeof options === "number" || typeof options === "string") {
    return { recursive: false, mode: toMode(options, "mode", 0o777) };
  }
  const recursive = options?.recursive ?? false;
  validateBoolean(recursive, "options.recursive");
  return { recursive, mode: toMode(options?.mode, "mode", 0o777) };
}

/** Makes a directory; with `recursive`, those above it too, and gives the first that it made. */
export function mkdir(path: unknown, options: any, callback?: Callback<string>): void {
  if (typeof options === "function") {
    callback = options;
    options = undefined;
  }
  validateCallback(callback);
  const checked = toPath(path);
  const plan = planMkdir(options);
  if (plan.recursive) binding.makePath(checked, plan.mode, callback);
  else binding.mkdir(checked, plan.mode, callback);
}
export function mkdirSync(path: unknown, options?: any): string | undefined {
  const checked = toPath(path);
  const plan = planMkdir(options);
  if (plan.recursive) return binding.makePathSync(checked, plan.mode);
  binding.mkdirSync(checked, plan.mode);
  return undefined;
}

/** How a name that the system gives shall look: C++ makes strings of UTF-8, and Buffers for all else. */
export function nameAs(encoding: string | undefined): { bytes: boolean; convert: (name: any) => any } {
  if (encoding === undefined || isUtf8(encoding)) return { bytes: false, convert: (name) => name };
  if (encoding === "buffer") return { bytes: true, convert: (name) => name };
  return { bytes: true, convert: (name) => name.toString(encoding) };
}
export function nameTo(callback: Callback<any>, convert: (name: any) => any): Callback<any> {
  return (error, name) => (error ? callback(error) : callback(null, convert(name)));
}

/** Makes a directory with a new name that starts with `prefix`. */
export function mkdtemp(prefix: unknown, options: any, callback?: Callback<any>): void {
  callback ??= options;
  validateCallback(callback);
  const { bytes, convert } = nameAs(encodingOption(options));
  binding.mkdtemp(toPath(prefix, "prefix"), bytes, bytes ? nameTo(callback, convert) : callback);
}
export function mkdtempSync(prefix: unknown, options?: any): any {
  const { bytes, convert } = nameAs(encodingOption(options));
  return convert(binding.mkdtempSync(toPath(prefix, "prefix"), bytes));
}

export function unlink(path: unknown, callback: Callback): void {
  validateCallback(callback);
  binding.unlink(toPath(path), callback);
}
export function unlinkSync(path: unknown): void {
  binding.unlinkSync(toPath(path));
}

export function rename(from: unknown, to: unknown, callback: Callback): void {
  validateCallback(callback);
  binding.rename(toPath(from, "oldPath"), toPath(to, "newPath"), callback);
}
export function renameSync(from: unknown, to: unknown): void {
  binding.renameSync(toPath(from, "oldPath"), toPath(to, "newPath"));
}

const ERR_COPY_RANGE = coded(RangeError, "ERR_OUT_OF_RANGE", "mode is out of range: >= 0 && <= 7");
function toCopyFlags(mode: unknown): number {
  if (mode == null) return 0;
  if (typeof mode !== "number") throw new ERR_INVALID_ARG_TYPE("mode", "integer", mode);
  if (!Number.isInteger(mode) || mode < 0 || mode > 7) throw new ERR_COPY_RANGE();
  return mode;
}

/** Copies a file; `mode` is of COPYFILE_EXCL, COPYFILE_FICLONE and COPYFILE_FICLONE_FORCE. */
export function copyFile(from: unknown, to: unknown, mode: any, callback?: Callback): void {
  if (typeof mode === "function") {
    callback = mode;
    mode = 0;
  }
  const source = toPath(from, "src");
  const dest = toPath(to, "dest");
  const flags = toCopyFlags(mode);
  validateCallback(callback);
  binding.copyFile(source, dest, flags, callback);
}
export function copyFileSync(from: unknown, to: unknown, mode?: unknown): void {
  binding.copyFileSync(toPath(from, "src"), toPath(to, "dest"), toCopyFlags(mode));
}

/** Cuts a file off, or makes it longer with zeros. A descriptor is taken as well, which Node deprecates. */
export function truncate(path: unknown, length: any, callback?: Callback): void {
  if (typeof length === "function") {
    callback = length;
    length = undefined;
  }
  const checked = typeof path === "number" ? toFd(path) : toPath(path);
  const size = toLength(length);
  validateCallback(callback);
  if (typeof checked === "number") binding.ftruncate(checked, size, callback);
  else binding.truncate(checked, size, callback);
}
export function truncateSync(path: unknown, length?: unknown): void {
  if (typeof path === "number") return binding.ftruncateSync(toFd(path), toLength(length));
  binding.truncateSync(toPath(path), toLength(length));
}
