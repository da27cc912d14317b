/** `indexOf`, `lastIndexOf`, `includes`. */
import binding from "binding:buffer";
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { encodingOf, Enc } from "./encodings";
import { ERR_UNKNOWN_ENCODING } from "./fast_buffer";
import { encodeString } from "./pool";

/** Where the search begins, or -1 when there is nowhere to look. */
function startOf(length: number, offset: number, needleLength: number, forward: boolean): number {
  if (offset < 0) {
    if (offset + length >= 0) return offset + length;
    return forward || needleLength === 0 ? 0 : -1;
  }
  if (offset + needleLength <= length) return offset;
  if (needleLength === 0) return length;
  return forward ? -1 : length - 1;
}

function search(buffer: Uint8Array, value: any, byteOffset: any, encoding: any, forward: boolean): number {
  if (typeof byteOffset === "string") {
    encoding = byteOffset;
    byteOffset = undefined;
  }
  const length = buffer.length;
  let offset = Math.trunc(+byteOffset);
  if (offset !== offset) offset = forward ? 0 : length;
  offset += 0; // no -0 comes back

  if (typeof value === "number") {
    const at = startOf(length, offset, 1, forward);
    if (at === -1 || length === 0) return -1;
    return binding.indexOfByte(buffer, value & 255, at, forward);
  }
  const kind = encoding === undefined ? Enc.utf8 : encodingOf(`${encoding}`);
  if (typeof value === "string") {
    if (kind === Enc.unknown) throw new ERR_UNKNOWN_ENCODING(encoding);
    if (kind < Enc.hex) {
      const at = startOf(length, offset, value.length === 0 ? 0 : 1, forward);
      return value.length === 0 || at === -1 ? at : binding.indexOfString(buffer, value, at, kind, forward);
    }
    value = encodeString(value, kind); // how many bytes there are is known only then
  }
  if (value instanceof Uint8Array) {
    const at = startOf(length, offset, value.length, forward);
    if (value.length === 0 || at === -1) return at;
    return binding.indexOfBytes(buffer, value, at, forward, kind === Enc.utf16le);
  }
  throw new ERR_INVALID_ARG_TYPE("value", ["number", "string", "Buffer", "Uint8Array"], value);
}

/** The first place, from `byteOffset` on, where `value` stands; -1 when nowhere. */
export function indexOf(this: Uint8Array, value: any, byteOffset?: any, encoding?: any): number {
  return search(this, value, byteOffset, encoding, true);
}
/** The last place, up to `byteOffset`, where `value` stands; -1 when nowhere. */
export function lastIndexOf(this: Uint8Array, value: any, byteOffset?: any, encoding?: any): number {
  return search(this, value, byteOffset, encoding, false);
}
/** True when `value` stands in the Buffer from `byteOffset` on. */
export function includes(this: Uint8Array, value: any, byteOffset?: any, encoding?: any): boolean {
  return search(this, value, byteOffset, encoding, true) !== -1;
}
