/** Comparing, copying, cutting and swapping. */
import binding from "binding:buffer";
import { coded, ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } from "../errors";
import { FastBuffer } from "./fast_buffer";
import { validateOffset } from "./validate";
import type { BufferInstance } from "./types";

const ERR_INVALID_BUFFER_SIZE = coded(
  RangeError,
  "ERR_INVALID_BUFFER_SIZE",
  (unit: string) => `Buffer size must be a multiple of ${unit}`,
);

const kinds = ["Buffer", "Uint8Array"] as const;
function checkBytes(value: unknown, name: string): asserts value is Uint8Array {
  if (!(value instanceof Uint8Array)) throw new ERR_INVALID_ARG_TYPE(name, kinds, value);
}

/** The order of two Buffers, byte by byte, for sorting. */
export function compareStatic(a: any, b: any): -1 | 0 | 1 {
  checkBytes(a, "buf1");
  checkBytes(b, "buf2");
  return a === b ? 0 : binding.compare(a, b);
}

/** The order of (a part of) this Buffer and (a part of) `target`. */
export function compare(
  this: BufferInstance, target: any, targetStart?: any, targetEnd?: any, sourceStart?: any, sourceEnd?: any,
): -1 | 0 | 1 {
  checkBytes(target, "target");
  if (targetStart === undefined && targetEnd === undefined && sourceStart === undefined && sourceEnd === undefined) {
    return binding.compare(this, target);
  }
  if (targetStart === undefined) targetStart = 0;
  else validateOffset(targetStart, "targetStart");
  if (targetEnd === undefined) targetEnd = target.length;
  else validateOffset(targetEnd, "targetEnd", 0, target.length);
  if (sourceStart === undefined) sourceStart = 0;
  else validateOffset(sourceStart, "sourceStart");
  if (sourceEnd === undefined) sourceEnd = this.length;
  else validateOffset(sourceEnd, "sourceEnd", 0, this.length);
  if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
  if (targetStart >= targetEnd) return 1;
  return binding.compareRange(this, target, sourceStart, sourceEnd, targetStart, targetEnd);
}

/** True when both hold the same bytes. */
export function equals(this: BufferInstance, otherBuffer: any): boolean {
  checkBytes(otherBuffer, "otherBuffer");
  if (this === otherBuffer) return true;
  return this.byteLength === otherBuffer.byteLength && binding.compare(this, otherBuffer) === 0;
}

function toInteger(value: any, otherwise: number): number {
  value = +value;
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Math.floor(value) : otherwise;
}

/** Copies bytes into `target`, as many as there are and as fit; returns their number. */
export function copy(this: BufferInstance, target: any, targetStart?: any, sourceStart?: any, sourceEnd?: any): number {
  checkBytes(this, "source");
  checkBytes(target, "target");
  let to = 0;
  if (targetStart !== undefined) {
    to = Number.isInteger(targetStart) ? targetStart : toInteger(targetStart, 0);
    if (to < 0) throw new ERR_OUT_OF_RANGE("targetStart", ">= 0", to);
  }
  let from = 0;
  if (sourceStart !== undefined) {
    from = Number.isInteger(sourceStart) ? sourceStart : toInteger(sourceStart, 0);
    if (from < 0 || from > this.length) throw new ERR_OUT_OF_RANGE("sourceStart", `>= 0 && <= ${this.length}`, from);
  }
  let end = this.length;
  if (sourceEnd !== undefined) {
    end = Number.isInteger(sourceEnd) ? sourceEnd : toInteger(sourceEnd, 0);
    if (end < 0) throw new ERR_OUT_OF_RANGE("sourceEnd", ">= 0", end);
  }
  if (to >= target.length || from >= end) return 0;
  const count = Math.min(end - from, target.length - to, this.length - from);
  if (count <= 0) return 0;
  binding.copy(this, target, to, from, count);
  return count;
}

function clamp(value: any, length: number): number {
  value = Math.trunc(value);
  if (value === 0 || value !== value) return 0;
  if (value < 0) return value + length > 0 ? value + length : 0;
  return value < length ? value : length;
}

/** A Buffer of the same memory; negative places count from the end. */
export function subarray(this: BufferInstance, start?: any, end?: any): BufferInstance {
  const length = this.length;
  const from = clamp(start, length);
  const to = end === undefined ? length : clamp(end, length);
  return new FastBuffer(this.buffer, this.byteOffset + from, to > from ? to - from : 0);
}
/** The same as `subarray`: unlike `Uint8Array.prototype.slice` it does not copy. */
export function slice(this: BufferInstance, start?: any, end?: any): BufferInstance {
  return this.subarray(start, end);
}

function swap<T extends Uint8Array>(buffer: T, unit: number, bits: string): T {
  if (buffer.length % unit !== 0) throw new ERR_INVALID_BUFFER_SIZE(bits);
  binding.swap(buffer, unit);
  return buffer;
}
/** Swaps the bytes of each 16-bit unit in place. */
export function swap16(this: BufferInstance): BufferInstance {
  return swap(this, 2, "16-bits");
}
/** Swaps the bytes of each 32-bit unit in place. */
export function swap32(this: BufferInstance): BufferInstance {
  return swap(this, 4, "32-bits");
}
/** Swaps the bytes of each 64-bit unit in place. */
export function swap64(this: BufferInstance): BufferInstance {
  return swap(this, 8, "64-bits");
}
