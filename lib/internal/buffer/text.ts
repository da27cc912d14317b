/** Strings from Buffers and into Buffers. */
import binding from "binding:buffer";
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { encodingOf, Enc } from "./encodings";
import { ERR_UNKNOWN_ENCODING } from "./fast_buffer";
import { validateOffset } from "./validate";
import type { BufferInstance } from "./types";

/** The bytes from `start` to `end` as text. */
export function toString(this: BufferInstance, encoding?: unknown, start?: any, end?: any): string {
  if (encoding === undefined && start === undefined && end === undefined) return this.utf8Slice(0, this.length);
  const length = this.length;
  if (start === undefined || start <= 0) start = 0;
  else if (start >= length) return "";
  else start = Math.trunc(start) || 0;
  if (end === undefined || end > length) end = length;
  else end = Math.trunc(end) || 0;
  if (end <= start) return "";
  if (encoding === undefined) return binding.decode(this, Enc.utf8, start, end);
  const known = encodingOf(`${encoding}`);
  if (known === Enc.unknown) throw new ERR_UNKNOWN_ENCODING(encoding);
  return binding.decode(this, known, start, end);
}

/** Writes text: `write(string)`, `(string, encoding)`, `(string, offset[, length][, encoding])`. */
export function write(this: BufferInstance, string: any, offset?: any, length?: any, encoding?: any): number {
  const size = this.length;
  if (offset === undefined) return binding.writeUtf8(this, string, 0, size);
  if (length === undefined && typeof offset === "string") {
    encoding = offset;
    length = size;
    offset = 0;
  } else {
    validateOffset(offset, "offset", 0, size);
    const room = size - offset;
    if (length === undefined) {
      length = room;
    } else if (typeof length === "string") {
      encoding = length;
      length = room;
    } else {
      validateOffset(length, "length", 0, size);
      if (length > room) length = room;
    }
  }
  if (!encoding || encoding === "utf8") return binding.writeUtf8(this, string, offset, length);
  const known = encodingOf(`${encoding}`);
  if (known === Enc.unknown) throw new ERR_UNKNOWN_ENCODING(encoding);
  if (known === Enc.latin1 || known === Enc.ascii) return binding.writeLatin1(this, string, offset, length);
  return binding.encodeInto(this, string, known, offset, length);
}

/** How many bytes a string takes in an encoding; of anything with bytes, their number. */
export function byteLength(value: any, encoding?: any): number {
  if (typeof value !== "string") {
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || isShared(value)) return (value as any).byteLength;
    throw new ERR_INVALID_ARG_TYPE("string", ["string", "Buffer", "ArrayBuffer"], value);
  }
  if (value.length === 0) return 0;
  const known = encoding ? encodingOf(`${encoding}`) : Enc.utf8;
  if (known === Enc.utf8 || known === Enc.unknown) return binding.byteLengthUtf8(value);
  if (known === Enc.latin1 || known === Enc.ascii) return value.length;
  if (known === Enc.utf16le) return value.length * 2;
  if (known === Enc.hex) return value.length >>> 1;
  return binding.byteLength(value, known);
}
const isShared = (value: unknown): boolean =>
  typeof SharedArrayBuffer === "function" && value instanceof SharedArrayBuffer;

/** True for a name that `toString` and the others take. */
export function isEncoding(encoding: unknown): encoding is BufferEncoding {
  return typeof encoding === "string" && encoding.length > 0 && encodingOf(encoding) !== Enc.unknown;
}
