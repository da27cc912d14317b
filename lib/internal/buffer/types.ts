/** The types of `Buffer`, for lib/ itself. */

/** What `Buffer.from` and friends take as bytes. */
export type Bytes = Uint8Array | ArrayBufferView | ArrayBufferLike;
type Search = string | number | Uint8Array;

/** An instance: a Uint8Array with Node's methods. */
export interface BufferInstance extends Uint8Array<ArrayBuffer> {
  readonly parent: ArrayBufferLike | undefined;
  readonly offset: number | undefined;
  toString(encoding?: string, start?: number, end?: number): string;
  toLocaleString(encoding?: any, start?: any, end?: number): string;
  toJSON(): { type: "Buffer"; data: number[] };
  inspect(): string;
  equals(other: Uint8Array): boolean;
  compare(target: Uint8Array, targetStart?: number, targetEnd?: number, start?: number, end?: number): -1 | 0 | 1;
  copy(target: Uint8Array, targetStart?: number, start?: number, end?: number): number;
  slice(start?: number, end?: number): BufferInstance;
  subarray(start?: number, end?: number): BufferInstance;
  write(string: string, encoding?: string): number;
  write(string: string, offset: number, encoding?: string): number;
  write(string: string, offset: number, length: number | undefined, encoding?: string): number;
  fill(value: any, offset?: number | string, end?: number | string, encoding?: string): this;
  indexOf(value: Search, byteOffset?: number | string, encoding?: string): number;
  lastIndexOf(value: Search, byteOffset?: number | string, encoding?: string): number;
  includes(value: Search, byteOffset?: number | string, encoding?: string): boolean;
  swap16(): this;
  swap32(): this;
  swap64(): this;

  asciiSlice(start?: number, end?: number): string;
  base64Slice(start?: number, end?: number): string;
  base64urlSlice(start?: number, end?: number): string;
  latin1Slice(start?: number, end?: number): string;
  hexSlice(start?: number, end?: number): string;
  ucs2Slice(start?: number, end?: number): string;
  utf8Slice(start?: number, end?: number): string;
  asciiWrite(string: string, offset?: number, length?: number): number;
  base64Write(string: string, offset?: number, length?: number): number;
  base64urlWrite(string: string, offset?: number, length?: number): number;
  latin1Write(string: string, offset?: number, length?: number): number;
  hexWrite(string: string, offset?: number, length?: number): number;
  ucs2Write(string: string, offset?: number, length?: number): number;
  utf8Write(string: string, offset?: number, length?: number): number;

  readUInt8(offset?: number): number;
  readUInt16LE(offset?: number): number;
  readUInt16BE(offset?: number): number;
  readUInt32LE(offset?: number): number;
  readUInt32BE(offset?: number): number;
  readInt8(offset?: number): number;
  readInt16LE(offset?: number): number;
  readInt16BE(offset?: number): number;
  readInt32LE(offset?: number): number;
  readInt32BE(offset?: number): number;
  readUIntLE(offset: number, byteLength: number): number;
  readUIntBE(offset: number, byteLength: number): number;
  readIntLE(offset: number, byteLength: number): number;
  readIntBE(offset: number, byteLength: number): number;
  readBigUInt64LE(offset?: number): bigint;
  readBigUInt64BE(offset?: number): bigint;
  readBigInt64LE(offset?: number): bigint;
  readBigInt64BE(offset?: number): bigint;
  readFloatLE(offset?: number): number;
  readFloatBE(offset?: number): number;
  readDoubleLE(offset?: number): number;
  readDoubleBE(offset?: number): number;
  writeUInt8(value: number, offset?: number): number;
  writeUInt16LE(value: number, offset?: number): number;
  writeUInt16BE(value: number, offset?: number): number;
  writeUInt32LE(value: number, offset?: number): number;
  writeUInt32BE(value: number, offset?: number): number;
  writeInt8(value: number, offset?: number): number;
  writeInt16LE(value: number, offset?: number): number;
  writeInt16BE(value: number, offset?: number): number;
  writeInt32LE(value: number, offset?: number): number;
  writeInt32BE(value: number, offset?: number): number;
  writeUIntLE(value: number, offset: number, byteLength: number): number;
  writeUIntBE(value: number, offset: number, byteLength: number): number;
  writeIntLE(value: number, offset: number, byteLength: number): number;
  writeIntBE(value: number, offset: number, byteLength: number): number;
  writeBigUInt64LE(value: bigint, offset?: number): number;
  writeBigUInt64BE(value: bigint, offset?: number): number;
  writeBigInt64LE(value: bigint, offset?: number): number;
  writeBigInt64BE(value: bigint, offset?: number): number;
  writeFloatLE(value: number, offset?: number): number;
  writeFloatBE(value: number, offset?: number): number;
  writeDoubleLE(value: number, offset?: number): number;
  writeDoubleBE(value: number, offset?: number): number;
}

/** The function `Buffer`. */
export interface BufferConstructor {
  /** Deprecated in Node; use `from`, `alloc` or `allocUnsafe`. */
  new (value: any, encodingOrOffset?: any, length?: number): BufferInstance;
  (value: any, encodingOrOffset?: any, length?: number): BufferInstance;
  prototype: BufferInstance;
  poolSize: number;
  from(value: any, encodingOrOffset?: any, length?: number): BufferInstance;
  of(...items: number[]): BufferInstance;
  copyBytesFrom(view: ArrayBufferView, offset?: number, length?: number): BufferInstance;
  alloc(size: number, fill?: string | number | Uint8Array, encoding?: string): BufferInstance;
  allocUnsafe(size: number): BufferInstance;
  allocUnsafeSlow(size: number): BufferInstance;
  isBuffer(value: unknown): value is BufferInstance;
  isEncoding(encoding: unknown): encoding is BufferEncoding;
  byteLength(value: string | Bytes, encoding?: string): number;
  compare(a: Uint8Array, b: Uint8Array): -1 | 0 | 1;
  concat(list: readonly Uint8Array[], length?: number): BufferInstance;
}

declare global {
  interface Buffer extends BufferInstance {}
}
