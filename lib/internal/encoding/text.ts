/** `TextEncoder` and `TextDecoder`, by the WHATWG Encoding Standard. */
import binding from "binding:encoding";
import { loadInternal } from "../builtins";
import { coded, ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS } from "../errors";
import { isAnyArrayBuffer } from "../util/types";
import { kInspect } from "../util/symbols";
import { StreamState, Utf8Stream } from "./stream";

const ERR_ENCODING_NOT_SUPPORTED = coded(
  RangeError,
  "ERR_ENCODING_NOT_SUPPORTED",
  (encoding: string) => `The "${encoding}" encoding is not supported`,
);
const ERR_ENCODING_INVALID_ENCODED_DATA = coded(
  TypeError,
  "ERR_ENCODING_INVALID_ENCODED_DATA",
  (encoding: string) => `The encoded data was not valid for encoding ${encoding}`,
);
const ERR_NO_BYTES = coded(
  TypeError,
  "ERR_INVALID_ARG_TYPE",
  'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.',
);

type Show = (value: object, options: object) => string;
type Input = ArrayBufferView | ArrayBufferLike;

const counts = new Uint32Array(2);

/** Strings to UTF-8. */
export class TextEncoder {
  #brand = true;

  /** Always `utf-8`. */
  get encoding(): string {
    if (typeof this !== "object" || this === null || !(#brand in this)) throw new ERR_INVALID_THIS("TextEncoder");
    return "utf-8";
  }
  /** The bytes of `input`; lone surrogates become U+FFFD. */
  encode(input: unknown = ""): Uint8Array<ArrayBuffer> {
    if (typeof this !== "object" || this === null || !(#brand in this)) throw new ERR_INVALID_THIS("TextEncoder");
    return binding.encode(`${input}`);
  }
  /** Writes as many whole characters as fit; tells how many UTF-16 units were read and bytes written. */
  encodeInto(src: string, dest: Uint8Array): { read: number; written: number } {
    if (typeof this !== "object" || this === null || !(#brand in this)) throw new ERR_INVALID_THIS("TextEncoder");
    if (typeof src !== "string") throw new ERR_INVALID_ARG_TYPE("src", "string", src);
    if (!(dest instanceof Uint8Array)) throw new ERR_INVALID_ARG_TYPE("dest", "Uint8Array", dest);
    binding.encodeInto(src, dest, counts);
    return { read: counts[0]!, written: counts[1]! };
  }
  [kInspect](depth: number, options: any, show: Show): string {
    if (typeof depth === "number" && depth < 0) return "[TextEncoder]";
    return show({ encoding: this.encoding }, options);
  }
}

// The names that nearly every program uses; the others are in a table that is loaded when asked for.
function encodingOf(label: string): string | undefined {
  switch (label) {
    case "utf-8":
    case "utf8":
    case "UTF-8":
      return "utf-8";
    case "utf-16le":
      return label;
    default:
      return loadInternal("internal/encoding/labels")["encodingOfLabel"](label);
  }
}

function newState(encoding: string, fatal: boolean, keepBom: boolean): StreamState {
  if (encoding === "utf-8") return new Utf8Stream(fatal, keepBom);
  return loadInternal("internal/encoding/legacy")["newState"](encoding, fatal, keepBom);
}

const nothing = new Uint8Array(0);

// Whose instance a decoder is shown as; named by the key.
const shownAs = { TextDecoder: class {} };

/** Bytes to strings. */
export class TextDecoder {
  #encoding: string;
  #fatal: boolean;
  #ignoreBOM: boolean;
  // What holds the beginning of a character between the chunks of a stream; UTF-8 text in one piece does without.
  #state: StreamState | undefined;

  constructor(encoding: unknown = "utf-8", options?: { fatal?: boolean; ignoreBOM?: boolean } | null) {
    const known = encodingOf(`${encoding}`);
    if (options !== undefined && options !== null && typeof options !== "object" && typeof options !== "function") {
      throw new ERR_INVALID_ARG_TYPE("options", "object", options);
    }
    if (known === undefined) throw new ERR_ENCODING_NOT_SUPPORTED(`${encoding}`);
    this.#encoding = known;
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
    // An encoding that the system's ICU lacks is refused here.
    this.#state = known === "utf-8" ? undefined : newState(known, this.#fatal, this.#ignoreBOM);
  }

  /** The encoding's name, in lower case. */
  get encoding(): string {
    if (typeof this !== "object" || this === null || !(#state in this)) throw new ERR_INVALID_THIS("TextDecoder");
    return this.#encoding;
  }
  /** True when malformed bytes throw. */
  get fatal(): boolean {
    if (typeof this !== "object" || this === null || !(#state in this)) throw new ERR_INVALID_THIS("TextDecoder");
    return this.#fatal;
  }
  /** True when a byte order mark is kept in the text. */
  get ignoreBOM(): boolean {
    if (typeof this !== "object" || this === null || !(#state in this)) throw new ERR_INVALID_THIS("TextDecoder");
    return this.#ignoreBOM;
  }

  /** The text of `input`; with `stream`, a character whose end is still to come is held back for the next call. */
  decode(input: Input = nothing, options?: { stream?: boolean } | null): string {
    if (typeof this !== "object" || this === null || !(#state in this)) throw new ERR_INVALID_THIS("TextDecoder");
    if (!ArrayBuffer.isView(input) && !isAnyArrayBuffer(input)) throw new ERR_NO_BYTES();
    const stream = Boolean(options?.stream);
    const state = this.#state;
    let text: string | undefined;
    if (state === undefined && !stream) {
      text = binding.decodeUtf8(input, this.#fatal, this.#ignoreBOM);
    } else {
      const running = state ?? (this.#state = newState(this.#encoding, this.#fatal, this.#ignoreBOM));
      const bytes = ArrayBuffer.isView(input)
        ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
        : new Uint8Array(input);
      text = running.decode(bytes, !stream);
      // At rest, UTF-8 takes the short way again.
      if (!stream && this.#encoding === "utf-8") this.#state = undefined;
    }
    if (text === undefined) throw new ERR_ENCODING_INVALID_ENCODED_DATA(this.#encoding);
    return text;
  }

  [kInspect](depth: number, options: any, show: Show): string {
    if (typeof depth === "number" && depth < 0) return "[TextDecoder]";
    const shown = Object.assign(new shownAs.TextDecoder(), {
      encoding: this.encoding,
      fatal: this.fatal,
      ignoreBOM: this.ignoreBOM,
    });
    return show(shown, options);
  }
}

for (const [type, tag, names] of [
  [TextEncoder, "TextEncoder", ["encoding", "encode", "encodeInto"]],
  [TextDecoder, "TextDecoder", ["decode", "encoding", "fatal", "ignoreBOM"]],
] as const) {
  for (const name of names) Object.defineProperty(type.prototype, name, { enumerable: true });
  Object.defineProperty(type.prototype, kInspect, { enumerable: false });
  Object.defineProperty(type.prototype, Symbol.toStringTag, { value: tag, configurable: true });
}
