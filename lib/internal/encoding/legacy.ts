/** The encodings other than UTF-8: UTF-16 and the single-byte ones that are tables here, and all others through ICU. */
import binding from "binding:encoding";
import { Buffer } from "../../buffer";
import { type StreamState, join, none } from "./stream";

const BOM = "\ufeff";

/** UTF-16 in either order of bytes. */
class Utf16Stream implements StreamState {
  #bigEndian: boolean;
  #fatal: boolean;
  #keepBom: boolean;
  #held: Uint8Array = none;
  #begun = false;

  constructor(bigEndian: boolean, fatal: boolean, keepBom: boolean) {
    this.#bigEndian = bigEndian;
    this.#fatal = fatal;
    this.#keepBom = keepBom;
  }

  #isHigh(bytes: Uint8Array, at: number): boolean {
    return at >= 0 && (bytes[this.#bigEndian ? at : at + 1]! & 0xfc) === 0xd8;
  }

  decode(bytes: Uint8Array, flush: boolean): string | undefined {
    const all = join(this.#held, bytes);
    // An odd byte, and a high surrogate before it, wait for what follows.
    let tail = all.length % 2;
    if (this.#isHigh(all, all.length - tail - 2)) tail += 2;
    let ready = Buffer.from(all.buffer, all.byteOffset, all.length - tail);
    if (this.#bigEndian) ready = Buffer.from(ready).swap16();
    let text = ready.toString("utf16le");
    let malformed = !text.isWellFormed();
    if (malformed) text = text.toWellFormed();
    if (!this.#begun && !this.#keepBom && text.startsWith(BOM)) text = text.slice(1);
    if (flush && tail > 0) {
      text += "\ufffd";
      malformed = true;
    }
    if (flush || (malformed && this.#fatal)) {
      this.#held = none;
      this.#begun = false;
    } else {
      this.#held = tail === 0 ? none : all.slice(all.length - tail);
      if (ready.length > 0) this.#begun = true;
    }
    return malformed && this.#fatal ? undefined : text;
  }
}

/** An encoding of one byte a character, given by its upper half. */
class TableDecoder implements StreamState {
  #upper: string;
  constructor(upper: string) {
    this.#upper = upper;
  }
  decode(bytes: Uint8Array): string {
    const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).latin1Slice();
    return latin1.replace(/[\x80-\xff]/g, (char) => this.#upper[char.charCodeAt(0) - 0x80]!);
  }
}

class Windows1252Decoder implements StreamState {
  decode(bytes: Uint8Array): string {
    return binding.decodeWindows1252(bytes);
  }
}

/** What ICU decodes, without the byte order mark of encodings that have one. */
class IcuDecoder implements StreamState {
  #decoder: any;
  #keepBom: boolean;
  #begun = false;
  constructor(name: string, fatal: boolean, keepBom: boolean) {
    this.#decoder = new binding.LegacyDecoder(name, fatal);
    this.#keepBom = keepBom;
  }
  decode(bytes: Uint8Array, flush: boolean): string | undefined {
    let text: string | undefined = this.#decoder.decode(bytes, flush);
    if (text !== undefined && !this.#begun && !this.#keepBom && text.startsWith(BOM)) text = text.slice(1);
    this.#begun = !flush && text !== undefined && (this.#begun || text.length > 0);
    return text;
  }
}

const range = (from: number, to: number): string =>
  String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, i) => from + i));

// ISO-8859-16 is not in ICU's data; x-user-defined is the standard's own.
const tables: Record<string, () => string> = {
  "iso-8859-16": () =>
    range(0x80, 0xa0) +
    "\u0104\u0105\u0141\u20ac\u201e\u0160\u00a7\u0161\u00a9\u0218\u00ab\u0179\u00ad\u017a\u017b\u00b0\u00b1" +
    "\u010c\u0142\u017d\u201d\u00b6\u00b7\u017e\u010d\u0219\u00bb\u0152\u0153\u0178\u017c\u00c0\u00c1\u00c2" +
    "\u0102\u00c4\u0106\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb\u00cc\u00cd\u00ce\u00cf\u0110\u0143\u00d2\u00d3" +
    "\u00d4\u0150\u00d6\u015a\u0170\u00d9\u00da\u00db\u00dc\u0118\u021a\u00df\u00e0\u00e1\u00e2\u0103\u00e4" +
    "\u0107\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u0111\u0144\u00f2\u00f3\u00f4\u0151" +
    "\u00f6\u015b\u0171\u00f9\u00fa\u00fb\u00fc\u0119\u021b\u00ff",
  "x-user-defined": () => range(0xf780, 0xf7ff),
};

// Where ICU's name for the encoding that the standard means is another one.
const icuNames: Record<string, string> = {
  gbk: "gb18030", // the standard decodes GBK by the larger table
  "iso-8859-8-i": "iso-8859-8",
  "x-mac-cyrillic": "x-mac-cyrillic",
};

/** The decoder of an encoding other than UTF-8. */
export function newState(encoding: string, fatal: boolean, keepBom: boolean): StreamState {
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    return new Utf16Stream(encoding === "utf-16be", fatal, keepBom);
  }
  if (encoding === "windows-1252") return new Windows1252Decoder();
  const table = tables[encoding];
  if (table) return new TableDecoder(table());
  return new IcuDecoder(icuNames[encoding] ?? encoding, fatal, keepBom);
}
