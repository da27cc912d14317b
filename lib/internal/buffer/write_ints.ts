/** Whole numbers into a Buffer. Each method is written out: V8 optimises each for its own callers. */
import { outOfBounds, outOfRange } from "./validate";

type Self = Uint8Array;

export function writeUInt16LE(this: Self, value: any, offset: any = 0): number {
  value = +value;
  if (value > 0xffff || value < 0) outOfRange(value, 0, 0xffff, 2);
  if (this[offset] === undefined || this[offset + 1] === undefined || typeof offset !== "number") {
    outOfBounds(offset, this.length - 2);
  }
  this[offset] = value;
  this[offset + 1] = value >>> 8;
  return offset + 2;
}
export function writeUInt32LE(this: Self, value: any, offset: any = 0): number {
  value = +value;
  if (value > 0xffffffff || value < 0) outOfRange(value, 0, 0xffffffff, 4);
  if (this[offset] === undefined || this[offset + 3] === undefined || typeof offset !== "number") {
    outOfBounds(offset, this.length - 4);
  }
  this[offset] = value;
  this[offset + 1] = value >>> 8;
  this[offset + 2] = value >>> 16;
  this[offset + 3] = value >>> 24;
  return offset + 4;
}
export function writeInt16LE(this: Self, value: any, offset: any = 0): number {
  value = +value;
  if (value > 0x7fff || value < -0x8000) outOfRange(value, -0x8000, 0x7fff, 2);
  if (this[offset] === undefined || this[offset + 1] === undefined || typeof offset !== "number") {
    outOfBounds(offset, this.length - 2);
  }
  this[offset] = value;
  this[offset + 1] = value >>> 8;
  return offset + 2;
}
export function writeInt32LE(this: Self, value: any, offset: any = 0): number {
  value = +value;
  if (value > 0x7fffffff || value < -0x80000000) outOfRange(value, -0x80000000, 0x7fffffff, 4);
  if (this[offset] === undefined || this[offset + 3] === undefined || typeof offset !== "number") {
    outOfBounds(offset, this.length - 4);
  }
  this[offset] = value;
  this[offset + 1] = value >>> 8;
  this[offset + 2] = value >>> 16;
  this[offset + 3] = value >>> 24;
  return offset + 4;
}
export function writeUInt16BE(this: Self, value: any, offset: any = 0): number {
  value = +value;
  if (value > 0xffff || value < 0) outOfRange(value, 0, 0xffff, 2);
  if (this[offset] === undefined || this[offset + 1] === undefined || typeof offset !== "number") {
    outOfBounds(offset, this.length - 2);
  }
  this[offset + 1] = value;
  this[offset] = value >>> 8;
  return offset + 2;
}
export function writeUInt32BE(this: Self, value: any, offset: any = 0): number {
  value = +value;
  if (value > 0xffffffff || value < 0) outOfRange(value, 0, 0xffffffff, 4);
  if (this[offset] === undefined || this[offset + 3] === undefined || typeof offset !== "number") {
    outOfBounds(offset, this.length - 4);
  }
  this[offset + 3] = value;
  this[offset + 2] = value >>> 8;
  this[offset + 1] = value >>> 16;
  this[offset] = value >>> 24;
  return offset + 4;
}
export function writeInt16BE(this: Self, value: any, offset: any = 0): number {
  value = +value;
  if (value > 0x7fff || value < -0x8000) outOfRange(value, -0x8000, 0x7fff, 2);
  if (this[offset] === undefined || this[offset + 1] === undefined || typeof offset !== "number") {
    outOfBounds(offset, this.length - 2);
  }
  this[offset + 1] = value;
  this[offset] = value >>> 8;
  return offset + 2;
}
export function writeInt32BE(this: Self, value: any, offset: any = 0): number {
  value = +value;
  if (value > 0x7fffffff || value < -0x80000000) outOfRange(value, -0x80000000, 0x7fffffff, 4);
  if (this[offset] === undefined || this[offset + 3] === undefined || typeof offset !== "number") {
    outOfBounds(offset, this.length - 4);
  }
  this[offset + 3] = value;
  this[offset + 2] = value >>> 8;
  this[offset + 1] = value >>> 16;
  this[offset] = value >>> 24;
  return offset + 4;
}
export function writeUInt8(this: Self, value: any, offset: any = 0): number {
  value = +value;
  if (typeof offset !== "number") outOfBounds(offset, this.length - 1);
  if (value > 0xff || value < 0) outOfRange(value, 0, 0xff, 1);
  if (this[offset] === undefined) outOfBounds(offset, this.length - 1);
  this[offset] = value;
  return offset + 1;
}
export function writeInt8(this: Self, value: any, offset: any = 0): number {
  value = +value;
  if (typeof offset !== "number") outOfBounds(offset, this.length - 1);
  if (value > 0x7f || value < -0x80) outOfRange(value, -0x80, 0x7f, 1);
  if (this[offset] === undefined) outOfBounds(offset, this.length - 1);
  this[offset] = value;
  return offset + 1;
}

function check(buffer: Self, value: number, offset: any, size: number, min: number, max: number): void {
  if (value > max || value < min) outOfRange(value, min, max, size);
  if (typeof offset !== "number" || buffer[offset] === undefined || buffer[offset + size - 1] === undefined) {
    outOfBounds(offset, buffer.length - size);
  }
}
function checkLength(byteLength: unknown): void {
  if (typeof byteLength !== "number" || !Number.isInteger(byteLength) || byteLength < 1 || byteLength > 6) {
    outOfBounds(byteLength, 6, "byteLength");
  }
}
function put(buffer: Self, value: number, offset: number, byteLength: number, step: number): number {
  let at = step > 0 ? offset : offset + byteLength - 1;
  // Two halves, since shifts see 32 bits only.
  let low = value >>> 0;
  const high = Math.floor(value / 2 ** 32);
  for (let i = 0; i < byteLength; i++, at += step) {
    if (i === 4) low = high;
    buffer[at] = low;
    low >>>= 8;
  }
  return offset + byteLength;
}
function writeUnsigned(buffer: Self, value: any, offset: any, byteLength: any, step: number): number {
  checkLength(byteLength);
  if (byteLength === 1) {
    if (offset === undefined) outOfBounds(offset, buffer.length - 1);
    return writeUInt8.call(buffer, value, offset);
  }
  value = +value;
  check(buffer, value, offset, byteLength, 0, 2 ** (8 * byteLength) - 1);
  return put(buffer, value, offset, byteLength, step);
}
function writeSigned(buffer: Self, value: any, offset: any, byteLength: any, step: number): number {
  checkLength(byteLength);
  if (byteLength === 1) {
    if (offset === undefined) outOfBounds(offset, buffer.length - 1);
    return writeInt8.call(buffer, value, offset);
  }
  value = +value;
  const limit = 2 ** (8 * byteLength - 1);
  check(buffer, value, offset, byteLength, -limit, limit - 1);
  return put(buffer, value, offset, byteLength, step);
}
/** An unsigned number of 1 to 6 bytes, least significant first; returns the offset after it. */
export function writeUIntLE(this: Self, value: any, offset: any, byteLength: any): number {
  return writeUnsigned(this, value, offset, byteLength, 1);
}
/** An unsigned number of 1 to 6 bytes, most significant first; returns the offset after it. */
export function writeUIntBE(this: Self, value: any, offset: any, byteLength: any): number {
  return writeUnsigned(this, value, offset, byteLength, -1);
}
/** A signed number of 1 to 6 bytes, least significant first; returns the offset after it. */
export function writeIntLE(this: Self, value: any, offset: any, byteLength: any): number {
  return writeSigned(this, value, offset, byteLength, 1);
}
/** A signed number of 1 to 6 bytes, most significant first; returns the offset after it. */
export function writeIntBE(this: Self, value: any, offset: any, byteLength: any): number {
  return writeSigned(this, value, offset, byteLength, -1);
}
