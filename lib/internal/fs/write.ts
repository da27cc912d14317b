/** write and writev. */
import binding from "binding:fs";
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { validateInteger } from "../validators";
import { toFd } from "./flags";
import { bufferClass, isUtf8, validateCallback, validateEncoding } from "./options";
import { checkWriteRange, toWritePosition, validateBuffers } from "./positions";
import { promisifyPair } from "./read";

interface Plan {
  data: string | ArrayBufferView;
  offset: number;
  length: number;
  position: number;
}

/** What a write is asked to do, checked: `(view, offset|options, length, position)` or `(string, position, encoding)`. */
export function planWrite(buffer: unknown, offset: any, length: any, position: any): Plan {
  if (typeof buffer === "string") {
    const encoding = length;
    validateEncoding(encoding);
    const data = !encoding || isUtf8(encoding) ? buffer : bufferClass().from(buffer, encoding);
    return { data, offset: 0, length: -1, position: toWritePosition(offset) };
  }
  if (!ArrayBuffer.isView(buffer)) {
    throw new ERR_INVALID_ARG_TYPE("buffer", ["string", "Buffer", "TypedArray", "DataView"], buffer);
  }
  if (offset !== null && typeof offset === "object") ({ offset, length, position } = offset);
  if (offset == null) offset = 0;
  else validateInteger(offset, "offset", 0);
  if (typeof length !== "number") length = buffer.byteLength - offset;
  checkWriteRange(offset, length, buffer.byteLength);
  return { data: buffer, offset, length, position: toWritePosition(position) };
}

/**
 * `write(fd, view[, offset[, length[, position]]], cb)`, `write(fd, view[, options], cb)` or
 * `write(fd, string[, position[, encoding]], cb)`
 */
export function write(fd: unknown, buffer: any, offset: any, length: any, position: any, callback?: any): void {
  const number = toFd(fd);
  callback ??= position;
  if (typeof callback !== "function") callback = typeof length === "function" ? length : offset;
  if (typeof position === "function") position = undefined;
  if (typeof length === "function") length = undefined;
  if (typeof offset === "function") offset = undefined;
  const plan = planWrite(buffer, offset, length, position);
  validateCallback(callback);
  const done = callback as (error: any, count: number, buffer: any) => void;
  binding.write(number, plan.data, plan.offset, plan.length, plan.position, (error: unknown, count: number) => {
    done(error, count || 0, buffer);
  });
}

export function writeSync(fd: unknown, buffer: any, offset?: any, length?: any, position?: any): number {
  if (
    Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length >= 0 &&
    (position == null || (Number.isSafeInteger(position) && position >= -1)) &&
    ArrayBuffer.isView(buffer) && offset + length <= buffer.byteLength
  ) {
    return binding.writeSync(toFd(fd), buffer, offset, length, position ?? -1); // the usual case
  }
  const number = toFd(fd);
  const plan = planWrite(buffer, offset, length, position);
  return binding.writeSync(number, plan.data, plan.offset, plan.length, plan.position);
}

export function writev(fd: unknown, buffers: unknown, position: any, callback?: any): void {
  const number = toFd(fd);
  validateBuffers(buffers);
  if (typeof position === "function") {
    callback = position;
    position = undefined;
  }
  validateCallback(callback);
  const done = callback as (error: any, count: number, buffers: any) => void;
  if (buffers.length === 0) {
    process.nextTick(done, null, 0, buffers);
    return;
  }
  const at = typeof position === "number" ? position : -1;
  binding.writev(number, buffers, at, (error: unknown, count: number) => done(error, count || 0, buffers));
}

export function writevSync(fd: unknown, buffers: unknown, position?: any): number {
  const number = toFd(fd);
  validateBuffers(buffers);
  if (buffers.length === 0) return 0;
  return binding.writevSync(number, buffers, typeof position === "number" ? position : -1);
}

promisifyPair(write, "bytesWritten", "buffer");
promisifyPair(writev, "bytesWritten", "buffers");
