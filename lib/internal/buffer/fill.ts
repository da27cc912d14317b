/** `buf.fill()`. */
import binding from "binding:buffer";
import { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "../errors";
import { encodingOf, Enc } from "./encodings";
import { ERR_UNKNOWN_ENCODING } from "./fast_buffer";
import { validateOffset } from "./validate";

const fillNumber = Uint8Array.prototype.fill;

/** Repeats a number (its low 8 bits), text or bytes over `[offset, end)`. */
export function fillBuffer<T extends Uint8Array>(
  buffer: T,
  value: any,
  offset?: unknown,
  end?: unknown,
  encoding?: unknown,
): T {
  let kind: Enc = Enc.utf8;
  if (typeof value === "string") {
    if (offset === undefined || typeof offset === "string") {
      encoding = offset;
      offset = undefined;
    } else if (typeof end === "string") {
      encoding = end;
      end = undefined;
    }
    if (encoding != null && typeof encoding !== "string") {
      throw new ERR_INVALID_ARG_TYPE("encoding", "string", encoding);
    }
    kind = encoding ? encodingOf(encoding as string) : Enc.utf8;
    if (kind === Enc.unknown) throw new ERR_UNKNOWN_ENCODING(encoding);
    if (value.length === 0) {
      value = 0;
    } else if (value.length === 1) {
      // One byte a character: as quick as a number.
      const code = value.charCodeAt(0);
      if ((kind === Enc.utf8 && code < 128) || kind === Enc.latin1) value = code;
    }
  } else {
    encoding = undefined;
  }
  let start = 0;
  let stop = buffer.length;
  if (offset !== undefined) {
    validateOffset(offset, "offset");
    start = offset;
    if (end !== undefined) {
      validateOffset(end, "end", 0, buffer.length);
      stop = end;
    }
  }
  if (start >= stop) return buffer;
  if (typeof value !== "string" && !ArrayBuffer.isView(value)) {
    return fillNumber.call(buffer, Number(value), start, stop) as T;
  }
  if (typeof value === "string") {
    if (!binding.fillString(buffer, value, kind, start, stop)) throw new ERR_INVALID_ARG_VALUE("value", value);
    return buffer;
  }
  if (value.byteLength === 0) throw new ERR_INVALID_ARG_VALUE("value", value);
  binding.fillBytes(buffer, value, start, stop);
  return buffer;
}
