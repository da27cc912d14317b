/** `buffer.transcode`, `isUtf8` and `isAscii`. */
import binding from "binding:buffer";
import { coded, ERR_INVALID_ARG_TYPE } from "../errors";
import { encodingOf, Enc } from "./encodings";
import { fromString } from "./from";
import type { BufferInstance } from "./types";

const ERR_INVALID_STATE = coded(Error, "ERR_INVALID_STATE", (text: string) => `Invalid state: ${text}`);

const textual = (encoding: Enc): boolean => encoding >= Enc.utf8 && encoding <= Enc.ascii;

// Characters that the target cannot hold become '?', one for each code point; invisible ones go without a trace.
const mark = (character: string): string => (/\p{Default_Ignorable_Code_Point}/u.test(character) ? "" : "?");
function narrow(text: string, encoding: Enc): string {
  if (encoding === Enc.latin1) return text.replace(/[^\0-\xff]/gu, mark);
  if (encoding === Enc.ascii) return text.replace(/[^\0-\x7f]/gu, mark);
  return text;
}

// The codes are ICU's.
const transcodeError = (errno: number, code: string): Error =>
  Object.assign(new Error(`Unable to transcode Buffer [${code}]`), { code, errno });

/** The same text in another encoding: `ascii`, `utf8`, `utf16le`, `latin1` and their other names. */
export function transcode(source: Uint8Array, fromEnc: string, toEnc: string): BufferInstance {
  if (!(source instanceof Uint8Array)) throw new ERR_INVALID_ARG_TYPE("source", ["Buffer", "Uint8Array"], source);
  if (source.length === 0) return fromString("");
  const from = encodingOf(`${fromEnc}`);
  const to = encodingOf(`${toEnc}`);
  if (!textual(from) || !textual(to)) {
    throw transcodeError(1, "U_ILLEGAL_ARGUMENT_ERROR");
  }
  let text = binding.decode(source, from === Enc.ascii ? Enc.latin1 : from, 0, source.length);
  if (from === Enc.ascii && to !== Enc.utf16le) text = text.replace(/[^\0-\x7f]/g, "\ufffd");
  if (from === Enc.utf8 && to === Enc.utf16le && !binding.isUtf8(source)) {
    throw transcodeError(10, "U_INVALID_CHAR_FOUND");
  }
  if (from === Enc.utf16le && !text.isWellFormed()) {
    if (to === Enc.utf8) throw transcodeError(10, "U_INVALID_CHAR_FOUND");
    text = text.toWellFormed();
  }
  if (from === Enc.utf16le && to === Enc.utf16le && source.length % 2 === 1) text += "\ufffd";
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
