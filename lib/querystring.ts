/** `node:querystring`: the older, forgiving reader and writer of query strings. */
import { coded } from "./internal/errors";
import { requireBuiltin } from "./internal/builtins";

const ERR_INVALID_URI = coded(URIError, "ERR_INVALID_URI", "URI malformed");

/** What `stringify` writes; anything else counts as the empty string. */
export type ParsedUrlQueryInput = Record<string, unknown>;
/** What `parse` returns: an object without a prototype. */
export type ParsedUrlQuery = Record<string, string | string[]>;
export interface ParseOptions {
  /** At most this many pairs, 1000 by default; 0 for no limit. */
  maxKeys?: number;
  /** Decodes one key or value; `querystring.unescape` by default. */
  decodeURIComponent?: (text: string) => string;
}
export interface StringifyOptions {
  /** Encodes one key or value; `querystring.escape` by default. */
  encodeURIComponent?: (text: string) => string;
}

/** How each ASCII character is written; the plain ones are those that `encodeURIComponent` leaves alone. */
const kEscapes = Array.from({ length: 128 }, (_, code) => encodeURIComponent(String.fromCharCode(code)));

/** Percent-encodes a text for use in a query string. */
function escape(value: unknown): string {
  const text = typeof value === "string" ? value : typeof value === "object" ? String(value) : `${value as string}`;
  let out = "";
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 128) return encodeURIComponent(text.isWellFormed() ? text : pairSurrogates(text));
    const written = kEscapes[code]!;
    if (written.length === 1) continue;
    out += done < i ? text.slice(done, i) + written : written;
    done = i + 1;
  }
  return done === 0 ? text : out + text.slice(done);
}

/** Joins each stray half of a surrogate pair with whatever follows it; a half at the end is an error. */
function pairSurrogates(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xd800 || code > 0xdfff) {
      out += text[i];
      continue;
    }
    if (++i === text.length) throw new ERR_INVALID_URI();
    out += String.fromCodePoint(0x10000 + ((code & 0x3ff) << 10) + (text.charCodeAt(i) & 0x3ff));
  }
  return out;
}

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** The bytes of a percent-encoded text. What is no valid escape stays as it is. */
function unescapeBuffer(value: string, decodeSpaces = false): Uint8Array {
  const { Buffer } = requireBuiltin<{ Buffer: { allocUnsafe(size: number): Uint8Array } }>("buffer");
  const length = value.length;
  const bytes = Buffer.allocUnsafe(length);
  let size = 0;
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    if (code === 43 /* + */ && decodeSpaces) {
      bytes[size++] = 32;
      continue;
    }
    if (code === 37 /* % */ && i + 2 < length) {
      const high = hexValue(value.charCodeAt(i + 1));
      const low = hexValue(value.charCodeAt(i + 2));
      if (high >= 0 && low >= 0) {
        bytes[size++] = high * 16 + low;
        i += 2;
        continue;
      }
    }
    bytes[size++] = code;
  }
  return size === length ? bytes : bytes.subarray(0, size);
}

/** Decodes a percent-encoded text; a malformed one is decoded as far as it goes. */
function unescape(value: string, decodeSpaces = false): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return querystring.unescapeBuffer(value, decodeSpaces).toString();
  }
}

function primitiveText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return Number.isFinite(value) ? `${value}` : "";
    case "bigint":
    case "boolean":
      return `${value}`;
    default:
      return "";
  }
}

/** Writes an object's own properties as a query string; an array gives one pair for each element. */
function stringify(
  object?: ParsedUrlQueryInput,
  separator?: string | null,
  equals?: string | null,
  options?: StringifyOptions | null,
): string {
  if (object === null || typeof object !== "object") return "";
  const sep = separator || "&";
  const eq = equals || "=";
  const custom = options?.encodeURIComponent;
  const encode = typeof custom === "function" ? custom : querystring.escape;
  let out = "";
  for (const key of Object.keys(object)) {
    const value = object[key];
    const start = encode(primitiveText(key)) + eq;
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        const pair = start + encode(primitiveText(value[i]));
        out = out === "" ? pair : out + sep + pair;
      }
    } else {
      const pair = start + encode(primitiveText(value));
      out = out === "" ? pair : out + sep + pair;
    }
  }
  return out;
}

function decodeWith(decode: (text: string) => string, text: string): string {
  try {
    return decode(text);
  } catch {
    return querystring.unescape(text, true);
  }
}

/** Reads a query string. A key that stands there more than once gives an array. */
function parse(
  text: string,
  separator?: string | null,
  equals?: string | null,
  options?: ParseOptions | null,
): ParsedUrlQuery {
  const result = Object.create(null) as ParsedUrlQuery;
  if (typeof text !== "string" || text.length === 0) return result;
  const sep = separator ? `${separator}` : "&";
  const eq = equals ? `${equals}` : "=";
  let left = 1000;
  if (options && typeof options.maxKeys === "number") left = options.maxKeys > 0 ? options.maxKeys : Infinity;
  const custom = options?.decodeURIComponent;
  const decode = typeof custom === "function" ? custom : querystring.unescape;
  const plain = decode === unescape && !text.includes("%") && !text.includes("+");

  for (let from = 0; from < text.length && left > 0; ) {
    let end = text.indexOf(sep, from);
    if (end === -1) end = text.length;
    left--;
    if (end > from) {
      let middle = text.indexOf(eq, from);
      if (middle + eq.length > end) middle = -1;
      let key = text.slice(from, middle === -1 ? end : middle);
      let value = middle === -1 ? "" : text.slice(middle + eq.length, end);
      if (!plain) {
        key = decodePart(key, decode);
        value = decodePart(value, decode);
      }
      const known = result[key];
      if (known === undefined) result[key] = value;
      else if (typeof known === "string") result[key] = [known, value];
      else known.push(value);
    }
    from = end + sep.length;
  }
  return result;
}

/** One key or value, decoded. */
function decodePart(part: string, decode: (text: string) => string): string {
  if (part === "") return part;
  let plus = false;
  let escaped = false;
  for (let i = 0; i < part.length; i++) {
    const code = part.charCodeAt(i);
    if (code === 43) plus = true;
    else if (code === 37) {
      escaped ||= i + 2 < part.length && hexValue(part.charCodeAt(i + 1)) >= 0 && hexValue(part.charCodeAt(i + 2)) >= 0;
    }
  }
  if (decode === unescape) {
    const spaced = plus ? part.replaceAll("+", " ") : part;
    return escaped ? decodeWith(decode, spaced) : spaced;
  }
  // A decoder of the caller's own sees the escape rather than the space.
  return decodeWith(decode, plus ? part.replaceAll("+", "%20") : part);
}

const querystring = {
  unescapeBuffer, unescape, escape, stringify, encode: stringify, parse, decode: parse,
};
export default querystring;
