/** The function `Buffer` and its prototype, put together. */
import binding from "binding:buffer";
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { kInspect } from "../util/symbols";
import { warnConstructor } from "./deprecated";
import { FastBuffer, checkSize } from "./fast_buffer";
import { fillBuffer } from "./fill";
import * as floats from "./floats";
import * as make from "./from";
import { methods } from "./inspect";
import * as memory from "./memory";
import { setPoolOwner, settings } from "./pool";
import * as readInts from "./read_ints";
import * as search from "./search";
import * as text from "./text";
import * as writeInts from "./write_ints";
import type { BufferConstructor, BufferInstance } from "./types";

// Named by its key, as FastBuffer is and for the same reason.
const named = {
  Buffer: function (value: any, encodingOrOffset?: any, length?: any): BufferInstance {
    warnConstructor();
    if (typeof value === "number") {
      if (typeof encodingOrOffset === "string") throw new ERR_INVALID_ARG_TYPE("string", "string", value);
      return make.alloc(value);
    }
    return make.from(value, encodingOrOffset, length);
  },
};
/** Bytes, with Node's methods. */
export const Buffer = named.Buffer as unknown as BufferConstructor;

/** Deprecated: `Buffer.allocUnsafeSlow` under its old name. */
export function SlowBuffer(length: any): BufferInstance {
  checkSize(length);
  return make.allocUnsafeSlow(length);
}
Object.setPrototypeOf(SlowBuffer.prototype, Uint8Array.prototype);
Object.setPrototypeOf(SlowBuffer, Uint8Array);

Object.setPrototypeOf(Buffer, Uint8Array);
const prototype: any = FastBuffer.prototype;
Buffer.prototype = prototype;
prototype.constructor = Buffer;
// What map, filter and the like make.
Object.defineProperty(Buffer, Symbol.species, {
  configurable: true,
  enumerable: false,
  get: () => FastBuffer,
});
Buffer.poolSize = settings.poolSize;
setPoolOwner(Buffer);

Object.assign(Buffer, {
  from: make.from,
  copyBytesFrom: make.copyBytesFrom,
  of: make.of,
  alloc: make.alloc,
  allocUnsafe: make.allocUnsafe,
  allocUnsafeSlow: make.allocUnsafeSlow,
  isBuffer: (value: unknown): boolean => value instanceof Buffer,
  compare: (buf1: unknown, buf2: unknown) => memory.compareStatic(buf1, buf2),
  isEncoding: text.isEncoding,
  concat: make.concat,
  byteLength: text.byteLength,
});

for (const group of [readInts, writeInts, floats] as Record<string, unknown>[]) {
  for (const [name, method] of Object.entries(group)) {
    prototype[name] = method;
    // Each "UInt" has an alias "Uint".
    if (name.includes("UInt")) prototype[name.replace("UInt", "Uint")] = method;
  }
}

const slices = ["ascii", "base64", "base64url", "latin1", "hex", "ucs2", "utf8"];
for (const name of slices) prototype[`${name}Slice`] = (binding as any)[`${name}Slice`];
for (const name of slices) prototype[`${name}Write`] = (binding as any)[`${name}Write`];

for (const [name, value] of [["parent", "buffer"], ["offset", "byteOffset"]] as const) {
  Object.defineProperty(prototype, name, {
    enumerable: true,
    get(this: any) {
      return this instanceof Buffer ? this[value] : undefined;
    },
  });
}

const show = methods.inspect;
Object.assign(prototype, {
  copy: memory.copy,
  toString: text.toString,
  equals: memory.equals,
  inspect: show,
  [kInspect]: show,
  compare: memory.compare,
  indexOf: search.indexOf,
  lastIndexOf: search.lastIndexOf,
  includes: search.includes,
  fill(this: Uint8Array, value: any, offset?: any, end?: any, encoding?: any) {
    return fillBuffer(this, value, offset, end, encoding);
  },
  write: text.write,
  toJSON(this: Uint8Array) {
    return { type: "Buffer", data: Array.from(this) };
  },
  subarray: memory.subarray,
  slice: memory.slice,
  swap16: memory.swap16,
  swap32: memory.swap32,
  swap64: memory.swap64,
  toLocaleString: text.toString,
});
