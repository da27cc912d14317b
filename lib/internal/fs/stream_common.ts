/** What ReadStream and WriteStream have in common: their options, opening and closing. */
import { requireBuiltin } from "../builtins";
import { ERR_INVALID_ARG_TYPE, ERR_METHOD_NOT_IMPLEMENTED, ERR_OUT_OF_RANGE } from "../errors";
import { validateFunction, validateInteger } from "../validators";
import { FileHandle, kRef, kUnref } from "./file_handle";
import { toFd } from "./flags";
import { toOptions } from "./options";
import { toPath } from "./paths";

/** The functions that a stream works with: `fs`, what the user gave in its place, or those of a FileHandle. */
export const kFs = Symbol("kFs");
export const kHandle = Symbol("kHandle");
/** True while a read or write is under way; then what shall run when it ends. */
export const kBusy = Symbol("kIsPerformingIO");
export const kWhenIdle = Symbol("kIoDone");

const then = (promise: Promise<any>, callback: any, pick: (value: any) => any[]): void => {
  promise.then(
    (value) => process.nextTick(callback, null, ...pick(value)),
    (error) => process.nextTick(callback, error),
  );
};

/** The fs functions that work on a handle and not on a descriptor. */
function handleFunctions(handle: FileHandle): any {
  return {
    open: () => {
      throw new ERR_METHOD_NOT_IMPLEMENTED("open() of a FileHandle");
    },
    close: (_fd: unknown, callback: any) => {
      handle[kUnref]();
      then(handle.close(), callback, () => []);
    },
    fsync: (_fd: unknown, callback: any) => then(handle.sync(), callback, () => []),
    read: (_fd: unknown, buffer: any, offset: number, length: number, position: any, callback: any) =>
      then(handle.read(buffer, offset, length, position), callback, (r) => [r.bytesRead, r.buffer]),
    write: (_fd: unknown, buffer: any, offset: number, length: number, position: any, callback: any) =>
      then(handle.write(buffer, offset, length, position), callback, (r) => [r.bytesWritten, r.buffer]),
    writev: (_fd: unknown, buffers: any, position: any, callback: any) =>
      then(handle.writev(buffers, position), callback, (r) => [r.bytesWritten, r.buffers]),
  };
}

/** The functions that stand in for those of `fs`. Of write and writev, one is enough. */
function checkFunctions(fs: any, way: "read" | "write"): void {
  validateFunction(fs.open, "options.fs.open");
  if (way === "read") validateFunction(fs.read, "options.fs.read");
  else if (fs.write !== undefined || fs.writev === undefined) validateFunction(fs.write, "options.fs.write");
  if (fs.writev !== undefined) validateFunction(fs.writev, "options.fs.writev");
  validateFunction(fs.close, "options.fs.close");
}

/** Takes the options that both have onto the stream; returns those for the stream's own class. */
export function adopt(stream: any, path: unknown, options: any, way: "read" | "write", flags: string): any {
  const given = { ...toOptions(options) };
  given.autoDestroy = given.autoClose ?? true;
  stream.fd = null;
  stream[kFs] = requireBuiltin("fs");
  stream[kBusy] = false;
  if (given.fs != null) {
    checkFunctions(given.fs, way);
    stream[kFs] = given.fs;
  }
  if (given.fd == null) {
    stream.path = toPath(path);
    stream.flags = given.flags ?? flags;
    stream.mode = given.mode ?? 0o666;
  } else {
    if (path !== undefined && path !== null) stream.path = toPath(path);
    adoptFd(stream, given);
  }
  return given;
}

function adoptFd(stream: any, given: any): void {
  const fd = given.fd;
  if (typeof fd === "number") {
    stream.fd = toFd(fd);
  } else if (fd instanceof FileHandle) {
    if (given.fs) throw new ERR_METHOD_NOT_IMPLEMENTED("FileHandle with fs");
    stream[kHandle] = fd;
    stream[kFs] = handleFunctions(fd);
    stream.fd = fd.fd;
    fd[kRef]();
    fd.on("close", () => stream.close());
  } else {
    throw new ERR_INVALID_ARG_TYPE("options.fd", ["number", "FileHandle"], fd);
  }
}

/** `start` and `end`, both inclusive. */
export function checkRange(stream: any, given: any): void {
  const { start } = given;
  const end = given.end === undefined ? Infinity : given.end;
  if (start !== undefined) validateInteger(start, "start", 0);
  if (end !== Infinity) validateInteger(end, "end", 0);
  if (start !== undefined && start > end) throw new ERR_OUT_OF_RANGE("start", `<= "end" (here: ${end})`, start);
  stream.start = start;
  stream.end = end;
}

/** The streams' `_construct`. */
export function construct(stream: any, ownOpen: unknown, callback: (error?: any) => void): void {
  if (typeof stream.fd === "number") return callback();
  if (stream.open !== ownOpen) return openAsBefore(stream, callback);
  stream[kFs].open(stream.path, stream.flags, stream.mode, (error: any, fd: number) => {
    if (error) return callback(error);
    stream.fd = fd;
    callback();
    stream.emit("open", fd);
    stream.emit("ready");
  });
}

// Programs that replaced `open` (graceful-fs) emit 'open' or 'error' themselves, and know no callback.
function openAsBefore(stream: any, callback: (error?: any) => void): void {
  const { emit } = stream;
  stream.emit = function (this: any, ...args: any[]): boolean {
    if (args[0] === "open") {
      stream.emit = emit;
      callback();
      return Reflect.apply(emit, this, args);
    }
    if (args[0] === "error") {
      stream.emit = emit;
      callback(args[1]);
      return false;
    }
    return Reflect.apply(emit, this, args);
  };
  stream.open();
}

/** The streams' `_destroy`: closes when nothing is under way any more. */
export function destroy(stream: any, error: any, callback: (error?: any) => void): void {
  if (stream[kBusy]) stream[kWhenIdle] = (failure: any) => closeFd(stream, error || failure, callback);
  else closeFd(stream, error, callback);
}

function closeFd(stream: any, error: any, callback: (error?: any) => void): void {
  const { fd } = stream;
  if (fd === null) return callback(error);
  stream.fd = null;
  const close = (failure?: any): void => {
    stream[kFs].close(fd, (closing: any) => callback(error || failure || closing));
  };
  if (stream.flush && !error) stream[kFs].fsync(fd, close);
  else close();
}

/** Ends the busy time; true when the stream was destroyed in it, and nothing more shall come of the operation. */
export function idle(stream: any, error: any): boolean {
  stream[kBusy] = false;
  if (!stream.destroyed) return false;
  const next = stream[kWhenIdle];
  stream[kWhenIdle] = undefined;
  next?.(error);
  return true;
}
