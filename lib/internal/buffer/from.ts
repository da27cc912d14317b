/** Ways to make a Buffer: the static methods of `Buffer`. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { isAnyArrayBuffer } from "../util/types";
import { validateArray, validateInteger, validateOffset } from "./validate";
import { encodingOf, Enc } from "./encodings";
import { ERR_BUFFER_OUT_OF_BOUNDS, ERR_UNKNOWN_ENCODING, FastBuffer, checkSize, unsafeBuffer } from "./fast_buffer";
import { fillBuffer } from "./fill";
import { allocate, encodeString, settings } from "./pool";
import type { BufferInstance } from "./types";

/** The bytes of a string in a named encoding, UTF-8 unless a name is given. */
export function fromString(text: string, encoding?: unknown): BufferInstance {
  if (typeof encoding !== "string" || encoding === "" || encoding === "utf8") return encodeString(text, Enc.utf8);
  const known = encodingOf(encoding);
  if (known === Enc.unknown) throw new ERR_UNKNOWN_ENCODING(encoding);
  return encodeString(text, known);
}

// A number argument that may be left out; NaN counts as 0.
const whole = (value: unknown): number => Number(value) || 0;

function fromArrayBuffer(memory: ArrayBufferLike, byteOffset: unknown, length: unknown): BufferInstance {
  const offset = byteOffset === undefined ? 0 : whole(byteOffset);
  const most = memory.byteLength - offset;
  if (most < 0) throw new ERR_BUFFER_OUT_OF_BOUNDS("offset");
  if (length === undefined) return new FastBuffer(memory, offset, most);
  const count = Math.max(whole(length), 0);
  if (count > most) throw new ERR_BUFFER_OUT_OF_BOUNDS("length");
  return new FastBuffer(memory, offset, count);
}

function fromArrayLike(list: ArrayLike<number>): BufferInstance {
  if (list.length <= 0) return new FastBuffer();
  if (list.length > settings.poolSize >>> 1) return new FastBuffer(list);
  const buffer = allocate(list.length);
  buffer.set(list);
  return buffer;
}

function fromObject(value: any): BufferInstance | undefined {
  if (value.length !== undefined || isAnyArrayBuffer(value.buffer)) {
    return typeof value.length === "number" ? fromArrayLike(value) : new FastBuffer();
  }
  if (value.type === "Buffer" && Array.isArray(value.data)) return fromArrayLike(value.data);
  return undefined;
}

/**
 * Bytes from a string, an array or array-like of numbers, an ArrayBuffer (whose memory is shared), another Buffer or
 * typed array (which is copied), what `JSON.stringify` made of a Buffer, or an object that converts to one of these.
 */
export function from(value: any, encodingOrOffset?: unknown, length?: unknown): BufferInstance {
  if (typeof value === "string") return fromString(value, encodingOrOffset);
  if (typeof value === "object" && value !== null) {
    if (isAnyArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const primitive = value.valueOf?.();
    if (primitive != null && primitive !== value && (typeof primitive === "string" || typeof primitive === "object")) {
      return from(primitive, encodingOrOffset, length);
    }
    const buffer = fromObject(value);
    if (buffer !== undefined) return buffer;
    if (typeof value[Symbol.toPrimitive] === "function") {
      const text = value[Symbol.toPrimitive]("string");
      if (typeof text === "string") return fromString(text, encodingOrOffset);
    }
  }
  throw new ERR_INVALID_ARG_TYPE(
    "first argument",
    ["string", "Buffer", "ArrayBuffer", "Array", "Array-like Object"],
    value,
  );
}

/** A Buffer of the given bytes. */
export function of(...items: number[]): BufferInstance {
  const buffer = allocate(items.length);
  for (let i = 0; i < items.length; i++) buffer[i] = items[i]!;
  return buffer;
}

/** A copy of the memory of a typed array; offset and length count its elements. */
export function copyBytesFrom(view: any, offset?: number, length?: number): BufferInstance {
  if (!ArrayBuffer.isView(view) || view instanceof DataView) throw new ERR_INVALID_ARG_TYPE("view", "TypedArray", view);
  const typed = view as Uint8Array;
  if (typed.length === 0) return new FastBuffer();
  let part = typed;
  if (offset !== undefined || length !== undefined) {
    let start = 0;
    if (offset !== undefined) {
      validateInteger(offset, "offset", 0);
      if (offset >= typed.length) return new FastBuffer();
      start = offset;
    }
    let end = typed.length;
    if (length !== undefined) {
      validateInteger(length, "length", 0);
      end = start + length;
    }
    part = typed.subarray(start, end);
  }
  return fromArrayLike(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
}

/** `size` bytes of zero, or of `fill` repeated. */
export function alloc(size: number, fill?: any, encoding?: unknown): BufferInstance {
  checkSize(size);
  if (fill !== undefined && fill !== 0 && size > 0) {
    const buffer = unsafeBuffer(size);
    return fillBuffer(buffer, fill, 0, buffer.length, encoding);
  }
  return new FastBuffer(size);
}

/** `size` bytes with whatever the memory held before, cut from the pool when short. */
export function allocUnsafe(size: number): BufferInstance {
  checkSize(size);
  return allocate(size);
}

/** `size` bytes with whatever the memory held before, never from the pool. */
export function allocUnsafeSlow(size: number): BufferInstance {
  checkSize(size);
  return unsafeBuffer(size);
}

/** One Buffer of all in the list; cut off or padded with zeros to `length` when that is given. */
export function concat(list: readonly Uint8Array[], length?: number): BufferInstance {
  validateArray(list, "list");
  if (list.length === 0) return new FastBuffer();
  let total = 0;
  if (length === undefined) {
    for (let i = 0; i < list.length; i++) if (list[i]!.length) total += list[i]!.length;
  } else {
    validateOffset(length, "length");
    total = length;
  }
  const buffer = allocate(total);
  let at = 0;
  for (let i = 0; i < list.length; i++) {
    const part = list[i]!;
    if (!(part instanceof Uint8Array)) {
      throw new ERR_INVALID_ARG_TYPE(`list[${i}]`, ["Buffer", "Uint8Array"], part);
    }
    const room = total - at;
    if (part.length <= room) {
      buffer.set(part, at);
      at += part.length;
    } else if (room > 0) {
      buffer.set(part.subarray(0, room), at);
      at = total;
    }
  }
  if (at < total) buffer.fill(0, at, total);
  return buffer;
}
