/** The names of encodings, and their numbers (`enum class Encoding` in runtime/js/encoding.h). */
export const enum Enc {
  utf8 = 0,
  utf16le = 1,
  latin1 = 2,
  ascii = 3,
  hex = 4,
  base64 = 5,
  base64url = 6,
  /** Not an encoding that Buffer knows. */
  unknown = -1,
}

function exact(name: string): Enc {
  switch (name) {
    case "utf8":
    case "utf-8":
      return Enc.utf8;
    case "hex":
      return Enc.hex;
    case "base64":
      return Enc.base64;
    case "latin1":
    case "binary":
      return Enc.latin1;
    case "ascii":
      return Enc.ascii;
    case "utf16le":
    case "utf-16le":
    case "ucs2":
    case "ucs-2":
      return Enc.utf16le;
    case "base64url":
      return Enc.base64url;
    default:
      return Enc.unknown;
  }
}

/** The number of an encoding, in any case of letters; `Enc.unknown` for other text. */
export function encodingOf(name: string): Enc {
  const known = exact(name);
  return known !== Enc.unknown ? known : exact(name.toLowerCase());
}
