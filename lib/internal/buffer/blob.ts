/** `Blob`, by the W3C File API: bytes that never change. */
import { Buffer } from "../../buffer";
import { requireBuiltin } from "../builtins";
import { TextDecoder } from "../encoding/text";
import { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_THIS } from "../errors";
import { isAnyArrayBuffer } from "../util/types";
import { kInspect } from "../util/symbols";

/** The size of the chunks that `stream()` gives. */
const kChunk = 65536;

/** How `options` must look, as the constructors of Blob and File check it. */
export function checkDictionary(options: unknown): asserts options is Record<string, any> | null | undefined {
  if (options != null && typeof options !== "object" && typeof options !== "function") {
    throw new ERR_INVALID_ARG_TYPE("options", "a dictionary", options);
  }
}

/** The depth at which a property is shown. */
export const oneLess = (depth: number | null | undefined): number | null => (depth == null ? null : depth - 1);

// A type with a character that no media type has is no type.
const normalType = (type: string): string => (/[^\x20-\x7e]/.test(type) ? "" : type.toLowerCase());

function toParts(sources: any, native: boolean): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (const source of sources) {
    if (source instanceof Blob) {
      parts.push(...partsOf(source));
    } else if (ArrayBuffer.isView(source)) {
      parts.push(new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice());
    } else if (isAnyArrayBuffer(source)) {
      parts.push(new Uint8Array(source).slice());
    } else {
      const text = `${source}`;
      parts.push(Buffer.from(native ? text.replace(/\r\n/g, "\n") : text));
    }
  }
  return parts.filter((part) => part.length > 0);
}

// Made by slice() and File, which know their bytes already.
let partsOf: (blob: Blob) => readonly Uint8Array[];
let withParts: (parts: Uint8Array[], type: string) => Blob;
let check: (value: unknown) => void;

/** The bytes from `start` to `end` of a list of parts; no byte is copied. */
function cut(parts: readonly Uint8Array[], start: number, end: number): Uint8Array[] {
  const result: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, part.length);
    if (from < to) result.push(part.subarray(from, to));
    at += part.length;
  }
  return result;
}

const place = (value: unknown, size: number, missing: number): number => {
  if (value === undefined) return missing;
  const whole = Math.trunc(Number(value)) || 0;
  return whole < 0 ? Math.max(size + whole, 0) : Math.min(whole, size);
};

/** Bytes that never change, with a media type. */
export class Blob {
  #parts: readonly Uint8Array[] = [];
  #size = 0;
  #type = "";

  static {
    partsOf = (blob) => blob.#parts;
    withParts = (parts, type) => {
      const blob = new this();
      blob.#set(parts, type);
      return blob;
    };
    check = (value) => {
      if (typeof value !== "object" || value === null || !(#parts in value)) throw new ERR_INVALID_THIS("Blob");
    };
  }

  constructor(sources: any = [], options?: { type?: string; endings?: "transparent" | "native" } | null) {
    if (sources === null || typeof sources !== "object" || typeof sources[Symbol.iterator] !== "function") {
      throw new ERR_INVALID_ARG_TYPE("sources", "a sequence", sources);
    }
    checkDictionary(options);
    const { type = "", endings = "transparent" } = options ?? {};
    if (`${endings}` !== "transparent" && `${endings}` !== "native") {
      throw new ERR_INVALID_ARG_VALUE("options.endings", endings);
    }
    this.#set(toParts(sources, `${endings}` === "native"), normalType(`${type}`));
  }

  #set(parts: Uint8Array[], type: string): void {
    this.#parts = parts;
    this.#size = parts.reduce((sum, part) => sum + part.length, 0);
    this.#type = type;
  }

  /** The number of bytes. */
  get size(): number {
    check(this);
    return this.#size;
  }
  /** The media type in lower case; empty when none was given. */
  get type(): string {
    check(this);
    return this.#type;
  }

  /** A Blob of the bytes from `start` to `end`; negative places count from the end. */
  slice(start?: number, end?: number, contentType: string = ""): Blob {
    check(this);
    const from = place(start, this.#size, 0);
    const to = place(end, this.#size, this.#size);
    return withParts(cut(this.#parts, from, Math.max(from, to)), normalType(`${contentType}`));
  }

  /** A copy of the bytes. */
  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    check(this);
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
  /** A copy of the bytes. */
  async arrayBuffer(): Promise<ArrayBuffer> {
    check(this);
    return (await this.bytes()).buffer;
  }
  /** The bytes as UTF-8 text, without a byte order mark. */
  async text(): Promise<string> {
    check(this);
    return new TextDecoder().decode(await this.bytes());
  }

  /** A stream of the bytes, in chunks of at most 64 KiB. */
  stream(): any {
    check(this);
    const parts = this.#parts;
    const size = this.#size;
    let at = 0;
    return new (requireBuiltin("stream/web").ReadableStream)(
      {
        pull(controller: any) {
          if (at < size) {
            const chunk = Buffer.concat(cut(parts, at, at + kChunk));
            at += chunk.length;
            controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length));
          }
          if (at >= size) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
  }

  [kInspect](depth: number, options: any, show: (value: object, options: object) => string): string {
    if (typeof depth === "number" && depth < 0) return "[Blob]";
    return `Blob ${show({ size: this.size, type: this.type }, { ...options, depth: oneLess(options.depth) })}`;
  }
}

for (const name of ["size", "type", "slice", "bytes", "arrayBuffer", "text", "stream"]) {
  Object.defineProperty(Blob.prototype, name, { enumerable: true });
}
Object.defineProperty(Blob.prototype, kInspect, { enumerable: false });
Object.defineProperty(Blob.prototype, Symbol.toStringTag, { value: "Blob", configurable: true });
