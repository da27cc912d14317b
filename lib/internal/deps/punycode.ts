/** The npm package `punycode`: RFC 3492, and IDNA on top of it. */
// @ts-expect-error: the package has no types
import npmPunycode from "punycode/punycode.js";

/** What `node:punycode` exports. */
export interface Punycode {
  version: string;
  ucs2: { decode(text: string): number[]; encode(codePoints: readonly number[]): string };
  decode(text: string): string;
  encode(text: string): string;
  toASCII(domain: string): string;
  toUnicode(domain: string): string;
}

const npm = npmPunycode as Punycode;

/** The package takes any character for a digit; later ones, and Node's, refuse those that are none. */
function checkDigits(label: string): void {
  const delimiter = label.lastIndexOf("-");
  if (/[^\x00-\x7f]/.test(label.slice(0, Math.max(delimiter, 0)))) return; // refused by the package itself
  if (/[^0-9A-Za-z]/.test(label.slice(delimiter > 0 ? delimiter + 1 : 0))) throw new RangeError("Invalid input");
}

export const punycode: Punycode = {
  ...npm,
  ucs2: {
    decode: npm.ucs2.decode,
    // The package counts `length` down, which of any object never ends; what is spread must be iterable.
    encode: (codePoints) => npm.ucs2.encode([...codePoints]),
  },
  decode(text) {
    checkDigits(text);
    return npm.decode(text);
  },
  toUnicode(domain) {
    // Of an e-mail address, what stands behind the @ is the domain.
    const [first = "", host = first] = domain.split("@");
    for (const label of host.split(/[.\u3002\uff0e\uff61]/)) {
      if (label.startsWith("xn--")) checkDigits(label.slice(4).toLowerCase());
    }
    return npm.toUnicode(domain);
  },
};
