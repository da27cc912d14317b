/** application/x-www-form-urlencoded, as the URL standard reads and writes it. */
import { requireBuiltin } from "../builtins";

/** Name, value, name, value ... */
export type Pairs = string[];

interface BufferLike {
  from(text: string): Uint8Array;
}

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** Percent-decodes; bytes that are no UTF-8 become U+FFFD, and what is no escape stays as it is. */
function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    const bytes = requireBuiltin<{ Buffer: BufferLike }>("buffer").Buffer.from(text);
    let size = 0;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (byte === 37 && i + 2 < bytes.length) {
        const high = hexValue(bytes[i + 1]!);
        const low = hexValue(bytes[i + 2]!);
        if (high >= 0 && low >= 0) {
          bytes[size++] = high * 16 + low;
          i += 2;
          continue;
        }
      }
      bytes[size++] = byte;
    }
    return bytes.subarray(0, size).toString();
  }
}

/** One name or value. Escapes of ASCII are read here; any other needs the whole text decoded as UTF-8. */
function decode(text: string): string {
  let out = "";
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 37 && code !== 43) continue;
    let char = " ";
    let size = 1;
    if (code === 37) {
      const high = hexValue(text.charCodeAt(i + 1));
      const low = hexValue(text.charCodeAt(i + 2));
      if (high > 7) return percentDecode(text.replaceAll("+", " "));
      if (high < 0 || low < 0) continue;
      char = String.fromCharCode(high * 16 + low);
      size = 3;
    }
    out += done < i ? text.slice(done, i) + char : char;
    done = i + size;
    i = done - 1;
  }
  return done === 0 ? text : out + text.slice(done);
}

/** Reads a query without its question mark; `text` must be well-formed. */
export function parseForm(text: string): Pairs {
  const pairs: Pairs = [];
  const plain = !text.includes("+") && !text.includes("%");
  const length = text.length;
  let from = 0;
  while (from < length) {
    let end = text.indexOf("&", from);
    if (end === -1) end = length;
    if (end > from) {
      let middle = text.indexOf("=", from);
      if (middle === -1 || middle > end) middle = end;
      const name = text.slice(from, middle);
      const value = text.slice(middle + 1, end);
      if (plain) pairs.push(name, value);
      else pairs.push(decode(name), decode(value));
    }
    from = end + 1;
  }
  return pairs;
}

// How each ASCII character is written: a space as +, and more is escaped than encodeURIComponent does.
const kEscapes = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[A-Za-z0-9*\-._]/.test(char)) return char;
  return code === 32 ? "+" : `%${code.toString(16).toUpperCase().padStart(2, "0")}`;
});

function encode(text: string): string {
  let out = "";
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 128) return encodeWide(text);
    const written = kEscapes[code]!;
    if (written.length === 1 && code !== 32) continue;
    out += done < i ? text.slice(done, i) + written : written;
    done = i + 1;
  }
  return done === 0 ? text : out + text.slice(done);
}

function encodeWide(text: string): string {
  return encodeURIComponent(text).replace(/%20|[!'()~]/g, (found) =>
    found === "%20" ? "+" : kEscapes[found.charCodeAt(0)]!,
  );
}

/** Writes pairs of well-formed texts. */
export function serializeForm(pairs: Pairs): string {
  let out = "";
  for (let i = 0; i < pairs.length; i += 2) {
    out += `${i > 0 ? "&" : ""}${encode(pairs[i]!)}=${encode(pairs[i + 1]!)}`;
  }
  return out;
}

/** Sorts by name, comparing UTF-16 code units; pairs of one name keep their order. */
export function sortPairs(pairs: Pairs): void {
  const entries: [string, string][] = [];
  for (let i = 0; i < pairs.length; i += 2) entries.push([pairs[i]!, pairs[i + 1]!]);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  let at = 0;
  for (const [name, value] of entries) {
    pairs[at++] = name;
    pairs[at++] = value;
  }
}
