/** `buffer.transcode`, `isUtf8` and `isAscii`. */
import binding from "binding:buffer";
import { coded, ERR_INVALID_ARG_TYPE } from "../errors";
import { encodingOf, Enc } from "./encodings";
import { fromString } from "./from";
import type { BufferInstance } from "./types";

const ERR_INVALID_STATE = coded(Error, "ERR_INVALID_STATE", (text: string) => `Invalid state: ${text}`);

const textual = (encoding: Enc): boolean => encoding >= Enc.utf8 && encoding <= Enc.ascii;

// Characters that the target cannot hold become '?', one for each code point.
function narrow(text: string, encoding: Enc): string {
  if (encoding === Enc.latin1) return text.replace(/[^\0-\xff]/gu, "?");
  if (encoding === Enc.ascii) return text.replace(/[^\0-\x7f]/gu, "?");
  return text;
}

/** The same text in another encoding: `ascii`, `utf8`, `utf16le`, `latin1` and their other names. */
export function transcode(source: Uint8Array, fromEnc: string, toEnc: string): BufferInstance {
  if (!(source instanceof Uint8Array)) throw new ERR_INVALID_ARG_TYPE("source", ["Buffer", "Uint8Array"], source);
  if (source.length === 0) return fromString("");
  const from = encodingOf(`${fromEnc}`);
  const to = encodingOf(`${toEnc}`);
  if (!textual(from) || !textual(to)) {
    throw Object.assign(new Error("Unable to transcode Buffer [U_ILLEGAL_ARGUMENT_ERROR]"), {
      errno: 1,
      code: "U_ILLEGAL_ARGUMENT_ERROR",
    });
  }
  let text = binding.decode(source, from === Enc.ascii ? Enc.latin1 : from, 0, source.length);
  if (from === Enc.ascii) text = text.replace(/[^\0-\x7f]/g, "\ufffd");
  return fromString(narrow(text, to), toEnc);
}

type Input = ArrayBufferLike | ArrayBufferView;
function check(input: Input): void {
  const buffer: any = ArrayBuffer.isView(input) ? input.buffer : input;
  if (!ArrayBuffer.isView(input) && !(input instanceof ArrayBuffer) && !(input instanceof SharedArrayBuffer)) {
    throw new ERR_INVALID_ARG_TYPE("input", ["ArrayBuffer", "Buffer", "TypedArray"], input);
  }
  if (buffer.detached) throw new ERR_INVALID_STATE("Cannot validate on a detached buffer");
}
/** True when the bytes are well-formed UTF-8. */
export function isUtf8(input: Input): boolean {
  check(input);
  return binding.isUtf8(input);
}
/** True when every byte is below 128. */
export function isAscii(input: Input): boolean {
  check(input);
  return binding.isAscii(input);
}
