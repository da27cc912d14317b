/** Whole numbers out of a Buffer. Each method is written out: V8 optimises each for its own callers. */
import { outOfBounds } from "./validate";
import { ERR_INVALID_ARG_TYPE } from "../errors";

type Self = Uint8Array;

export function readUInt16LE(this: Self, offset: any = 0): number {
  const last = this[offset + 1];
  const first = this[offset];
  if (first === undefined || last === undefined || typeof offset !== "number") outOfBounds(offset, this.length - 2);
  return first! | (last! << 8);
}
export function readUInt32LE(this: Self, offset: any = 0): number {
  const last = this[offset + 3];
  const first = this[offset];
  if (first === undefined || last === undefined || typeof offset !== "number") outOfBounds(offset, this.length - 4);
  return (first! | (this[offset + 1]! << 8) | (this[offset + 2]! << 16)) + last! * 2 ** 24;
}
export function readInt16LE(this: Self, offset: any = 0): number {
  const last = this[offset + 1];
  const first = this[offset];
  if (first === undefined || last === undefined || typeof offset !== "number") outOfBounds(offset, this.length - 2);
  return ((first! | (last! << 8)) << 16) >> 16;
}
export function readInt32LE(this: Self, offset: any = 0): number {
  const last = this[offset + 3];
  const first = this[offset];
  if (first === undefined || last === undefined || typeof offset !== "number") outOfBounds(offset, this.length - 4);
  return first! | (this[offset + 1]! << 8) | (this[offset + 2]! << 16) | (last! << 24);
}
export function readUInt16BE(this: Self, offset: any = 0): number {
  const last = this[offset + 1];
  const first = this[offset];
  if (first === undefined || last === undefined || typeof offset !== "number") outOfBounds(offset, this.length - 2);
  return last! | (first! << 8);
}
export function readUInt32BE(this: Self, offset: any = 0): number {
  const last = this[offset + 3];
  const first = this[offset];
  if (first === undefined || last === undefined || typeof offset !== "number") outOfBounds(offset, this.length - 4);
  return (last! | (this[offset + 2]! << 8) | (this[offset + 1]! << 16)) + first! * 2 ** 24;
}
export function readInt16BE(this: Self, offset: any = 0): number {
  const last = this[offset + 1];
  const first = this[offset];
  if (first === undefined || last === undefined || typeof offset !== "number") outOfBounds(offset, this.length - 2);
  return ((last! | (first! << 8)) << 16) >> 16;
}
export function readInt32BE(this: Self, offset: any = 0): number {
  const last = this[offset + 3];
  const first = this[offset];
  if (first === undefined || last === undefined || typeof offset !== "number") outOfBounds(offset, this.length - 4);
  return last! | (this[offset + 2]! << 8) | (this[offset + 1]! << 16) | (first! << 24);
}
export function readUInt8(this: Self, offset: any = 0): number {
  const value = this[offset];
  if (value === undefined || typeof offset !== "number") outOfBounds(offset, this.length - 1);
  return value!;
}
export function readInt8(this: Self, offset: any = 0): number {
  const value = this[offset];
  if (value === undefined || typeof offset !== "number") outOfBounds(offset, this.length - 1);
  return (value! << 24) >> 24;
}

/** Throws unless `offset` and a length of 1 to 6 bytes fit the Buffer. */
function checkRange(buffer: Self, offset: unknown, byteLength: unknown): asserts offset is number {
  if (offset === undefined) throw new ERR_INVALID_ARG_TYPE("offset", "number", offset);
  if (typeof byteLength !== "number" || !Number.isInteger(byteLength) || byteLength < 1 || byteLength > 6) {
    outOfBounds(byteLength, 6, "byteLength");
  }
  if (typeof offset !== "number" || buffer[offset] === undefined || buffer[offset + byteLength - 1] === undefined) {
    outOfBounds(offset, buffer.length - byteLength);
  }
}

/** An unsigned number of 1 to 6 bytes, least significant first. */
export function readUIntLE(this: Self, offset: any, byteLength: any): number {
  checkRange(this, offset, byteLength);
  let value = 0;
  for (let i = byteLength - 1; i >= 0; i--) value = value * 256 + this[offset + i]!;
  return value;
}
/** An unsigned number of 1 to 6 bytes, most significant first. */
export function readUIntBE(this: Self, offset: any, byteLength: any): number {
  checkRange(this, offset, byteLength);
  let value = 0;
  for (let i = 0; i < byteLength; i++) value = value * 256 + this[offset + i]!;
  return value;
}
const signed = (value: number, byteLength: number): number =>
  value >= 2 ** (8 * byteLength - 1) ? value - 2 ** (8 * byteLength) : value;
/** A signed number of 1 to 6 bytes, least significant first. */
export function readIntLE(this: Self, offset: any, byteLength: any): number {
  return signed(readUIntLE.call(this, offset, byteLength), byteLength);
}
/** A signed number of 1 to 6 bytes, most significant first. */
export function readIntBE(this: Self, offset: any, byteLength: any): number {
  return signed(readUIntBE.call(this, offset, byteLength), byteLength);
}
