/** The checks of offsets, lengths and positions. */
import { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } from "../errors";
import { validateInteger } from "../validators";

/** Where in the file: -1 is the descriptor's own position. */
export function toPosition(position: unknown): number | bigint {
  if (position == null) return -1;
  if (typeof position === "number") {
    validateInteger(position, "position", -1);
    return position;
  }
  if (typeof position === "bigint") {
    if (position < -1n || position > 2n ** 63n - 1n) {
      throw new ERR_OUT_OF_RANGE("position", `>= -1 && <= ${2n ** 63n - 1n}`, position);
    }
    return position;
  }
  throw new ERR_INVALID_ARG_TYPE("position", ["integer", "bigint"], position);
}

/** For writes, where anything but a number means the descriptor's own position. */
export function toWritePosition(position: unknown): number {
  if (typeof position !== "number") return -1;
  validateInteger(position, "position", -1);
  return position;
}

/** A part of a buffer to read into. */
export function checkReadRange(offset: number, length: number, size: number): void {
  if (offset < 0) throw new ERR_OUT_OF_RANGE("offset", ">= 0", offset);
  if (length < 0) throw new ERR_OUT_OF_RANGE("length", ">= 0", length);
  if (offset + length > size) throw new ERR_OUT_OF_RANGE("length", `<= ${size - offset}`, length);
}

/** A part of a buffer to write. */
export function checkWriteRange(offset: number, length: number, size: number): void {
  if (offset > size) throw new ERR_OUT_OF_RANGE("offset", `<= ${size}`, offset);
  if (length > size - offset) throw new ERR_OUT_OF_RANGE("length", `<= ${size - offset}`, length);
  if (length < 0) throw new ERR_OUT_OF_RANGE("length", ">= 0", length);
  validateInteger(length, "length", 0, 2147483647);
}

export function validateBuffer(buffer: unknown, name = "buffer"): asserts buffer is ArrayBufferView {
  if (!ArrayBuffer.isView(buffer)) throw new ERR_INVALID_ARG_TYPE(name, ["Buffer", "TypedArray", "DataView"], buffer);
}

export function validateBuffers(buffers: unknown): asserts buffers is ArrayBufferView[] {
  if (!Array.isArray(buffers) || !buffers.every((part) => ArrayBuffer.isView(part))) {
    throw new ERR_INVALID_ARG_TYPE("buffers", "ArrayBufferView[]", buffers);
  }
}
