/** The class of which every Buffer is an instance, and where their memory comes from. */
import binding from "binding:buffer";
import { onStart } from "../startup";
import { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } from "../errors";
import type { BufferInstance } from "./types";

export const kMaxLength = binding.MAX_LENGTH;
export const kStringMaxLength = binding.MAX_STRING_LENGTH;

export { ERR_BUFFER_OUT_OF_BOUNDS, ERR_UNKNOWN_ENCODING } from "../errors";

// Named by its key, which the bundler leaves alone. A `name` set afterwards would make V8 construct instances slowly.
const named = {
  FastBuffer: class extends Uint8Array {
    // Three named parameters: a rest parameter would cost an array a call.
    constructor(bufferOrLength?: any, byteOffset?: number, length?: number) {
      super(bufferOrLength, byteOffset, length);
    }
  },
};

/** A Uint8Array whose prototype is `Buffer.prototype`. Takes the arguments of the Uint8Array constructor. */
export const FastBuffer = named.FastBuffer as unknown as {
  new (bufferOrLength?: any, byteOffset?: number, length?: number): BufferInstance;
  prototype: BufferInstance;
};

onStart(() => binding.setPrototype(FastBuffer.prototype));

/** A Buffer with memory of its own that is not cleared. */
export function unsafeBuffer(size: number): BufferInstance {
  return new FastBuffer(binding.createUnsafe(size));
}

/** Throws unless `size` is a number of bytes that can be asked for. */
export function checkSize(size: unknown): asserts size is number {
  if (typeof size !== "number") throw new ERR_INVALID_ARG_TYPE("size", "number", size);
  if (!(size >= 0 && size <= kMaxLength)) throw new ERR_OUT_OF_RANGE("size", `>= 0 && <= ${kMaxLength}`, size);
}
