/** The pool: one block of memory from which short Buffers are cut, so that each does not cost an allocation. */
import binding from "binding:buffer";
import { FastBuffer, unsafeBuffer } from "./fast_buffer";
import type { BufferInstance } from "./types";
import { Enc } from "./encodings";

/** Whose `poolSize` counts: the function `Buffer`, once it is there. */
export let settings = { poolSize: 8192 };
export function setPoolOwner(owner: { poolSize: number }): void {
  settings = owner;
}

// The current block; undefined until the first short Buffer is asked for.
let block: ArrayBuffer | undefined;
let bytes: Uint8Array;
let size = 0;
let used = 0;

function renew(): ArrayBuffer {
  const buffer = unsafeBuffer(settings.poolSize);
  bytes = buffer;
  size = buffer.length;
  used = 0;
  return (block = buffer.buffer as ArrayBuffer);
}

/** An uninitialised Buffer, from the pool when it is shorter than half of it. */
export function allocate(length: number): BufferInstance {
  if (length <= 0) return new FastBuffer();
  if (length >= settings.poolSize >>> 1) return unsafeBuffer(length);
  const from = block === undefined || length > size - used ? renew() : block;
  const result = new FastBuffer(from, used, length);
  used = (used + length + 7) & ~7;
  return result;
}

/** The bytes of a string. */
export function encodeString(text: string, encoding: Enc): BufferInstance {
  if (text.length === 0) return new FastBuffer();
  const half = settings.poolSize >>> 1;
  // No encoding takes more than three bytes a UTF-16 unit. Written first and measured after: one crossing into C++.
  let most = encoding === Enc.utf8 ? text.length * 3 : encoding === Enc.utf16le ? text.length * 2 : text.length;
  if (most >= half) {
    most = encoding === Enc.utf8 ? binding.byteLengthUtf8(text) : binding.byteLength(text, encoding);
    if (most >= half) {
      const whole = binding.encode(text, encoding);
      return new FastBuffer(whole.buffer, 0, whole.length);
    }
  }
  const from = block === undefined || most > size - used ? renew() : block;
  const length =
    encoding === Enc.utf8
      ? binding.writeUtf8(bytes, text, used, most)
      : binding.encodeInto(bytes, text, encoding, used, most);
  const result = new FastBuffer(from, used, length);
  used = (used + length + 7) & ~7;
  return result;
}
