/** writeFile and appendFile. */
import binding from "binding:fs";
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { validateBoolean } from "../validators";
import { isAborted, watchSignal } from "./abort";
import { isFd, toFd, toFlags, toMode } from "./flags";
import { bufferClass, type Callback, isUtf8, toOptions, validateCallback } from "./options";
import { toPath } from "./paths";

type Data = string | ArrayBufferView;

/** What is written for `data`: strings in other encodings than UTF-8 become bytes. */
export function toData(data: unknown, encoding: string | null | undefined): Data {
  if (typeof data === "string") {
    return !encoding || encoding === "buffer" || isUtf8(encoding) ? data : bufferClass().from(data, encoding);
  }
  if (!ArrayBuffer.isView(data)) {
    throw new ERR_INVALID_ARG_TYPE("data", ["string", "Buffer", "TypedArray", "DataView"], data);
  }
  return data;
}

function flushOption(options: any): boolean {
  const flush = options?.flush;
  if (flush == null) return false;
  validateBoolean(flush, "options.flush");
  return flush;
}

function start(path: unknown, data: unknown, options: any, flag: string, callback: Callback): void {
  const given = toOptions(options);
  const flush = flushOption(given);
  const bytes = toData(data, given?.encoding);
  const flags = toFlags(given?.flag || flag);
  const signal = given?.signal as AbortSignal | undefined;
  let abort: Int32Array | undefined;
  if (isFd(path)) {
    if (signal !== undefined) {
      if (isAborted(signal, callback)) return;
      ({ flag: abort, callback } = watchSignal(signal, callback));
    }
    return binding.writeFileFd(toFd(path), bytes, flush, abort, callback);
  }
  const checked = toPath(path);
  const mode = toMode(given?.mode, "mode", 0o666);
  if (signal !== undefined) {
    if (isAborted(signal, callback)) return;
    ({ flag: abort, callback } = watchSignal(signal, callback));
  }
  binding.writeFile(checked, flags, mode, bytes, flush, abort, callback);
}

function startSync(path: unknown, data: unknown, options: any, flag: string): void {
  const given = toOptions(options);
  const flush = flushOption(given);
  const bytes = toData(data, given?.encoding);
  if (isFd(path)) return binding.writeFileFdSync(toFd(path), bytes, flush);
  binding.writeFileSync(toPath(path), toFlags(given?.flag || flag), toMode(given?.mode, "mode", 0o666), bytes, flush);
}

/** Replaces a file's content, or writes to an open descriptor. */
export function writeFile(path: unknown, data: unknown, options: any, callback?: Callback): void {
  callback ??= options;
  validateCallback(callback);
  start(path, data, options, "w", callback);
}
export function writeFileSync(path: unknown, data: unknown, options?: any): void {
  startSync(path, data, options, "w");
}

/** Writes at the end of a file, which is made when it is missing. */
export function appendFile(path: unknown, data: unknown, options: any, callback?: Callback): void {
  callback ??= options;
  validateCallback(callback);
  start(path, data, options, "a", callback);
}
export function appendFileSync(path: unknown, data: unknown, options?: any): void {
  startSync(path, data, options, "a");
}
