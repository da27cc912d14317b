/** readFile and readFileSync. */
import binding from "binding:fs";
import { FastBuffer } from "../buffer/fast_buffer";
import { onStart } from "../startup";
import { isAborted, watchSignal } from "./abort";
import { isFd, toFd, toFlags } from "./flags";
import { type Callback, decoded, isUtf8, toOptions, validateCallback, validateEncoding } from "./options";
import { toPath } from "./paths";

/**
 * Reads a whole file, at `path` or from an open descriptor, in one hop through the thread pool (none, when the page cache
 * holds it).
 */
export function readFile(path: unknown, options: any, callback?: Callback<any>): void {
  callback ??= options;
  validateCallback(callback);
  if (typeof options === "string") {
    validateEncoding(options);
    return start(path, options, 0, undefined, callback);
  }
  const given = toOptions(options);
  if (given === undefined) return start(path, undefined, 0, undefined, callback);
  const signal = given.signal as AbortSignal | undefined;
  if (signal !== undefined && isAborted(signal, callback)) return;
  start(path, given.encoding, given.flag == null ? 0 : toFlags(given.flag, "options.flag"), signal, callback);
}

function start(
  path: unknown,
  encoding: string | null | undefined,
  flags: number,
  signal: AbortSignal | undefined,
  callback: Callback<any>,
): void {
  const text = isUtf8(encoding);
  if (encoding && !text && encoding !== "buffer") callback = decoded(encoding, callback);
  let abort: Int32Array | undefined;
  if (signal !== undefined) {
    const watch = watchSignal(signal, callback);
    abort = watch.flag;
    callback = watch.callback;
  }
  if (isFd(path)) binding.readFileFd(toFd(path), text, abort, callback);
  else binding.readFile(toPath(path), flags, text, abort, callback);
}

/** Hands over what was read without the pool. */
function deliver(callback: Callback<any>, memory: ArrayBuffer): void {
  callback(null, new FastBuffer(memory));
}
onStart(() => binding.attachBufferDelivery(deliver));

/** What small Buffers of readFileSync share, and how much of it is in use. */
let pool: ArrayBuffer | undefined;
let used = 0;
const kPoolSize = 8192;

/** A Buffer on the pool with `count` bytes that were read into it; or one on a new pool, which the rest of is used from now on. */
function pooled(data: any): any {
  if (typeof data === "number") {
    const buffer = new FastBuffer(pool!, used, data);
    used += (data + 7) & ~7;
    return buffer;
  }
  if (data.length <= kPoolSize / 2 && typeof data !== "string" && data.buffer.byteLength === kPoolSize) {
    pool = data.buffer;
    used = (data.length + 7) & ~7;
  }
  return data;
}

/** Reads a whole file and gives a Buffer, or a string when there is an encoding. */
export function readFileSync(path: unknown, options?: any): any {
  let encoding: string | null | undefined;
  let flags = 0;
  if (typeof options === "string") {
    validateEncoding(options);
    encoding = options;
  } else if (options != null) {
    const given = toOptions(options);
    encoding = given?.encoding;
    if (given?.flag != null) flags = toFlags(given.flag, "options.flag");
  }
  const text = isUtf8(encoding);
  const data = isFd(path)
    ? binding.readFileFdSync(toFd(path), text)
    : pooled(binding.readFileSync(toPath(path), flags, text, pool, used));
  return encoding && !text && encoding !== "buffer" ? data.toString(encoding) : data;
}
