/** Floating-point and 64-bit numbers in a Buffer, through a scratch of eight bytes that all views share. */
import { outOfBounds, outOfRange } from "./validate";

type Self = Uint8Array;
const scratch = new DataView(new ArrayBuffer(8));
const bytes = new Uint8Array(scratch.buffer);

function checkPlace(buffer: Self, offset: any, size: number): void {
  if (typeof offset !== "number" || buffer[offset] === undefined || buffer[offset + size - 1] === undefined) {
    outOfBounds(offset, buffer.length - size);
  }
}
function take(buffer: Self, offset: any, size: number): void {
  checkPlace(buffer, offset, size);
  for (let i = 0; i < size; i++) bytes[i] = buffer[offset + i]!;
}
function put(buffer: Self, offset: any, size: number): number {
  checkPlace(buffer, offset, size);
  for (let i = 0; i < size; i++) buffer[offset + i] = bytes[i]!;
  return offset + size;
}

export function readFloatLE(this: Self, offset: any = 0): number {
  take(this, offset, 4);
  return scratch.getFloat32(0, true);
}
export function writeFloatLE(this: Self, value: any, offset: any = 0): number {
  scratch.setFloat32(0, value, true);
  return put(this, offset, 4);
}
export function readFloatBE(this: Self, offset: any = 0): number {
  take(this, offset, 4);
  return scratch.getFloat32(0, false);
}
export function writeFloatBE(this: Self, value: any, offset: any = 0): number {
  scratch.setFloat32(0, value, false);
  return put(this, offset, 4);
}
export function readDoubleLE(this: Self, offset: any = 0): number {
  take(this, offset, 8);
  return scratch.getFloat64(0, true);
}
export function writeDoubleLE(this: Self, value: any, offset: any = 0): number {
  scratch.setFloat64(0, value, true);
  return put(this, offset, 8);
}
export function readDoubleBE(this: Self, offset: any = 0): number {
  take(this, offset, 8);
  return scratch.getFloat64(0, false);
}
export function writeDoubleBE(this: Self, value: any, offset: any = 0): number {
  scratch.setFloat64(0, value, false);
  return put(this, offset, 8);
}

function checkBigInt(value: any, min: bigint, max: bigint): void {
  if (value > max || value < min) outOfRange(value, min, max, 8);
}
export function readBigUInt64LE(this: Self, offset: any = 0): bigint {
  take(this, offset, 8);
  return scratch.getBigUint64(0, true);
}
export function readBigInt64LE(this: Self, offset: any = 0): bigint {
  take(this, offset, 8);
  return scratch.getBigInt64(0, true);
}
export function writeBigUInt64LE(this: Self, value: any, offset: any = 0): number {
  checkBigInt(value, 0n, 0xffffffffffffffffn);
  checkPlace(this, offset, 8);
  scratch.setBigUint64(0, value | 0n, true); // the operator refuses what is no bigint
  return put(this, offset, 8);
}
export function writeBigInt64LE(this: Self, value: any, offset: any = 0): number {
  checkBigInt(value, -0x8000000000000000n, 0x7fffffffffffffffn);
  checkPlace(this, offset, 8);
  scratch.setBigInt64(0, value | 0n, true); // the operator refuses what is no bigint
  return put(this, offset, 8);
}
export function readBigUInt64BE(this: Self, offset: any = 0): bigint {
  take(this, offset, 8);
  return scratch.getBigUint64(0, false);
}
export function readBigInt64BE(this: Self, offset: any = 0): bigint {
  take(this, offset, 8);
  return scratch.getBigInt64(0, false);
}
export function writeBigUInt64BE(this: Self, value: any, offset: any = 0): number {
  checkBigInt(value, 0n, 0xffffffffffffffffn);
  checkPlace(this, offset, 8);
  scratch.setBigUint64(0, value | 0n, false); // the operator refuses what is no bigint
  return put(this, offset, 8);
}
export function writeBigInt64BE(this: Self, value: any, offset: any = 0): number {
  checkBigInt(value, -0x8000000000000000n, 0x7fffffffffffffffn);
  checkPlace(this, offset, 8);
  scratch.setBigInt64(0, value | 0n, false); // the operator refuses what is no bigint
  return put(this, offset, 8);
}
