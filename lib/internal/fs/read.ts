/** read and readv: bytes from a descriptor into memory that the caller gives. */
import binding from "binding:fs";
import { ERR_INVALID_ARG_VALUE } from "../errors";
import { validateInteger, validateObject } from "../validators";
import { toFd } from "./flags";
import { bufferClass, type Callback, validateCallback } from "./options";
import { checkReadRange, toPosition, validateBuffer, validateBuffers } from "./positions";

export interface ReadOptions {
  buffer?: ArrayBufferView;
  offset?: number | null;
  length?: number | null;
  position?: number | bigint | null;
}

export const kReadSize = 16384;

interface Plan {
  buffer: ArrayBufferView;
  offset: number;
  length: number;
  position: number | bigint;
}

/** What a read is asked to do, checked; the arguments stand for themselves or in an object. */
export function planRead(buffer: unknown, offset: any, length: any, position: any): Plan {
  validateBuffer(buffer);
  if (offset !== null && typeof offset === "object") ({ offset, length, position } = offset as ReadOptions);
  if (offset == null) offset = 0;
  else validateInteger(offset, "offset", 0);
  if (length == null) length = buffer.byteLength - offset;
  length = Math.trunc(length);
  if (length === 0) return { buffer, offset, length, position: -1 };
  if (buffer.byteLength === 0) {
    throw new ERR_INVALID_ARG_VALUE("buffer", buffer, "is empty and cannot be written");
  }
  checkReadRange(offset, length, buffer.byteLength);
  return { buffer, offset, length, position: toPosition(position) };
}

/** `read(fd, buffer, offset, length, position, cb)`, `read(fd, buffer[, options], cb)`, `read(fd[, options], cb)` */
export function read(fd: unknown, buffer: any, offset?: any, length?: any, position?: any, callback?: any): void {
  const number = toFd(fd);
  if (typeof position === "function") {
    callback = position;
    position = undefined;
  } else if (arguments.length <= 4) {
    if (arguments.length === 4) {
      callback = length;
      validateCallback(callback);
      if (offset != null && typeof offset === "object") ({ offset, length, position } = offset as ReadOptions);
      else length = position = undefined;
    } else if (arguments.length === 3) {
      callback = offset;
      offset = undefined;
      if (!ArrayBuffer.isView(buffer)) {
        const options = buffer ?? {};
        validateObject(options, "options");
        ({ buffer = bufferClass().alloc(kReadSize), offset, length, position } = options as ReadOptions);
      }
    } else {
      callback = buffer;
      buffer = bufferClass().alloc(kReadSize);
    }
  }
  validateCallback(callback);
  const plan = planRead(buffer, offset, length, position);
  if (plan.length === 0) {
    process.nextTick(callback, null, 0, buffer);
    return;
  }
  const done = callback as (error: any, count: number, buffer: any) => void;
  binding.read(number, buffer, plan.offset, plan.length, plan.position, (error: unknown, count: number) => {
    done(error, count || 0, buffer);
  });
}

export function readSync(fd: unknown, buffer: any, offset?: any, length?: any, position?: any): number {
  if (
    Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length > 0 &&
    (position === null || (Number.isSafeInteger(position) && position >= -1)) &&
    ArrayBuffer.isView(buffer) && offset + length <= buffer.byteLength
  ) {
    return binding.readSync(toFd(fd), buffer, offset, length, position ?? -1); // the usual case
  }
  const number = toFd(fd);
  if (offset !== undefined && arguments.length <= 3) {
    const options = offset ?? {};
    validateObject(options, "options");
    ({ offset, length, position } = options as ReadOptions);
  }
  const plan = planRead(buffer, offset, length, position);
  if (plan.length === 0) return 0;
  return binding.readSync(number, buffer, plan.offset, plan.length, plan.position);
}

export function readv(fd: unknown, buffers: unknown, position: any, callback?: any): void {
  const number = toFd(fd);
  validateBuffers(buffers);
  if (typeof position === "function") {
    callback = position;
    position = undefined;
  }
  validateCallback(callback);
  const done = callback as (error: any, count: number, buffers: any) => void;
  const at = typeof position === "number" ? position : -1;
  binding.readv(number, buffers, at, (error: unknown, count: number) => done(error, count || 0, buffers));
}

export function readvSync(fd: unknown, buffers: unknown, position?: any): number {
  const number = toFd(fd);
  validateBuffers(buffers);
  return binding.readvSync(number, buffers, typeof position === "number" ? position : -1);
}

/** What `util.promisify` makes of read and readv: an object with both values. */
export function promisifyPair(fn: any, ...names: [string, string]): void {
  Object.defineProperty(fn, Symbol.for("nodejs.util.promisify.custom"), {
    value: (...args: any[]) =>
      new Promise((resolve, reject) => {
        const settle: Callback<any> = (...[error, count, data]: any[]) =>
          error ? reject(error) : resolve({ [names[0]]: count, [names[1]]: data });
        fn(...args, settle);
      }),
  });
}
promisifyPair(read, "bytesRead", "buffer");
promisifyPair(readv, "bytesRead", "buffers");
