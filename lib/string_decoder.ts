/** `node:string_decoder`: bytes to text where a character may be split between chunks. */
import { Buffer } from "./buffer";
import { coded, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS } from "./internal/errors";

const ERR_UNKNOWN_ENCODING = coded(
  TypeError,
  "ERR_UNKNOWN_ENCODING",
  (encoding: unknown) => `Unknown encoding: ${String(encoding)}`,
);

/** How the end of a chunk is treated: by whole UTF-8 sequences, UTF-16 code points, base64 triplets, or not at all. */
const enum Unit {
  Byte,
  Utf8,
  Utf16,
  Base64,
}

const kEncodings = new Map<string, [name: string, unit: Unit]>([
  ["utf8", ["utf8", Unit.Utf8]],
  ["utf-8", ["utf8", Unit.Utf8]],
  ["ucs2", ["utf16le", Unit.Utf16]],
  ["ucs-2", ["utf16le", Unit.Utf16]],
  ["utf16le", ["utf16le", Unit.Utf16]],
  ["utf-16le", ["utf16le", Unit.Utf16]],
  ["latin1", ["latin1", Unit.Byte]],
  ["binary", ["latin1", Unit.Byte]],
  ["ascii", ["ascii", Unit.Byte]],
  ["hex", ["hex", Unit.Byte]],
  ["base64", ["base64", Unit.Base64]],
  ["base64url", ["base64url", Unit.Base64]],
]);

function lookUp(encoding: unknown): [name: string, unit: Unit] {
  if (encoding === undefined || encoding === null || encoding === "") return ["utf8", Unit.Utf8];
  const found = typeof encoding === "string" ? kEncodings.get(encoding.toLowerCase()) : undefined;
  if (found === undefined) throw new ERR_UNKNOWN_ENCODING(encoding);
  return found;
}

interface StringDecoderInterface {
  /** The encoding, under its main name. */
  encoding: string;
  /** The text of the chunk and of what was held back before, without an incomplete character at its end. */
  write(chunk: string | ArrayBufferView): string;
  /** As `write`, then the text of what is left, with U+FFFD for an incomplete UTF-8 sequence. The decoder starts afresh. */
  end(chunk?: string | ArrayBufferView): string;
  /** The bytes held back. */
  readonly lastChar: Buffer;
  /** How many bytes are missing to complete the character held back. */
  readonly lastNeed: number;
  /** How many bytes the character held back will have. */
  readonly lastTotal: number;
}
interface StringDecoderConstructor {
  new (encoding?: string | null): StringDecoderInterface;
  (this: any, encoding?: string | null): void;
  prototype: StringDecoderInterface;
}

/** What a decoder remembers between two chunks. */
interface State {
  readonly unit: Unit;
  /** The bytes held back. A base64 triplet and a UTF-8 sequence leave at most three. */
  readonly held: Buffer;
  /** How many of them are in use. */
  have: number;
  /** How many are missing. */
  need: number;
}
const kState: unique symbol = Symbol("kState") as any;
interface Self extends StringDecoderInterface {
  [kState]: State;
}

/** A decoder for a stream of bytes. Works with `new` and, for old code, with `StringDecoder.call(this)`. */
function StringDecoder(this: Self, encoding?: string | null): void {
  const [name, unit] = lookUp(encoding);
  this.encoding = name;
  const state: State = { unit, held: Buffer.alloc(4), have: 0, need: 0 };
  Object.defineProperty(this, kState, { value: state });
}

function stateOf(self: Self): State {
  const state = self?.[kState];
  if (state === undefined) throw new ERR_INVALID_THIS("StringDecoder");
  return state;
}

function toBuffer(chunk: unknown): Buffer {
  if (chunk instanceof Buffer) return chunk as Buffer;
  if (!ArrayBuffer.isView(chunk)) throw new ERR_INVALID_ARG_TYPE("buf", ["Buffer", "TypedArray", "DataView"], chunk);
  return Buffer.from(chunk.buffer as ArrayBuffer, chunk.byteOffset, chunk.byteLength);
}

const proto = StringDecoder.prototype as Self;

proto.write = function write(this: Self, chunk: string | ArrayBufferView): string {
  if (typeof chunk === "string") return chunk;
  const bytes = toBuffer(chunk);
  const state = stateOf(this);
  const { unit } = state;
  if (bytes.length === 0) return "";
  if (unit === Unit.Byte) return bytes.toString(this.encoding as any);

  let start = 0;
  let text = "";
  if (state.need > 0) {
    if (unit === Unit.Utf8) cutShort(state, bytes);
    const taken = Math.min(state.need, bytes.length);
    bytes.copy(state.held, state.have, 0, taken);
    state.have += taken;
    state.need -= taken;
    start = taken;
    if (state.need > 0) return "";
    text = release(this, state);
    if (state.need > 0) {
      // A high surrogate was completed: it waits for its low half.
      return start === bytes.length ? text : text + this.write(bytes.subarray(start));
    }
    if (start === bytes.length) return text;
  }
  const end = bytes.length - holdBack(state, bytes, start);
  if (end > start) text += bytes.toString(this.encoding as any, start, end);
  return text;
};

proto.end = function end(this: Self, chunk?: string | ArrayBufferView): string {
  const text = chunk === undefined ? "" : this.write(chunk);
  const state = stateOf(this);
  const { have } = state;
  state.have = 0;
  state.need = 0;
  // Half a UTF-16 code unit is no text.
  const whole = state.unit === Unit.Utf16 ? have - (have % 2) : have;
  return whole === 0 ? text : text + state.held.toString(this.encoding as any, 0, whole);
};

Object.defineProperties(proto, {
  lastChar: {
    configurable: true,
    enumerable: true,
    get(this: Self) {
      return stateOf(this).held.subarray(0, 4);
    },
  },
  lastNeed: {
    configurable: true,
    enumerable: true,
    get(this: Self) {
      return stateOf(this).need;
    },
  },
  lastTotal: {
    configurable: true,
    enumerable: true,
    get(this: Self) {
      const { have, need } = stateOf(this);
      return have + need;
    },
  },
});

/** A byte that continues no sequence ends the one held back: what there is of it becomes U+FFFD. */
function cutShort(state: State, bytes: Buffer): void {
  for (let i = 0; i < state.need && i < bytes.length; i++) {
    if ((bytes[i]! & 0xc0) !== 0x80) {
      state.need = i;
      return;
    }
  }
}

/** The text of the bytes held back, now complete. */
function release(self: Self, state: State): string {
  const { held, have } = state;
  if (state.unit === Unit.Utf16 && have === 2 && isHighSurrogate(held[1]!)) {
    state.need = 2;
    return "";
  }
  state.have = 0;
  return have === 0 ? "" : held.toString(self.encoding as any, 0, have);
}

function isHighSurrogate(highByte: number): boolean {
  return highByte >= 0xd8 && highByte <= 0xdb;
}

/** Keeps an incomplete character at the end of a chunk; returns its length. */
function holdBack(state: State, bytes: Buffer, start: number): number {
  const length = bytes.length;
  let count = 0;
  let need = 0;
  switch (state.unit) {
    case Unit.Utf8:
      // The lead byte of an incomplete sequence is one of the last three.
      for (let back = 1; back <= 3 && length - back >= start; back++) {
        const byte = bytes[length - back]!;
        if ((byte & 0xc0) === 0x80) continue;
        const total = (byte & 0xe0) === 0xc0 ? 2 : (byte & 0xf0) === 0xe0 ? 3 : (byte & 0xf8) === 0xf0 ? 4 : 1;
        if (total > back) {
          count = back;
          need = total - back;
        }
        break;
      }
      break;
    case Unit.Utf16:
      if ((length - start) % 2 === 1) {
        count = 1;
        need = 1;
        // The code unit before it may be half a pair as well.
        if (length - start >= 3 && isHighSurrogate(bytes[length - 2]!)) {
          count = 3;
          need = 1;
        }
      } else if (isHighSurrogate(bytes[length - 1]!)) {
        count = 2;
        need = 2;
      }
      break;
    default:
      count = (length - start) % 3;
      need = count === 0 ? 0 : 3 - count;
  }
  if (count > 0) bytes.copy(state.held, 0, length - count);
  state.have = count;
  state.need = need;
  return count;
}

const Decoder = StringDecoder as unknown as StringDecoderConstructor;
type Decoder = StringDecoderInterface;
export { Decoder as StringDecoder };
export default { StringDecoder: Decoder };
