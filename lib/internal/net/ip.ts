/** Is a text an IP address? `net.isIP` and its kin, without regular expressions: every connection asks. */

const kDot = 46;
const kColon = 58;

/** Is text[from, end) four numbers of 0 to 255 without leading zeros? */
function isV4(text: string, from: number, end: number): boolean {
  if (end - from < 7 || end - from > 15) return false;
  let groups = 0;
  let value = -1; // of the group so far; -1 before its first digit
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === kDot) {
      if (value === -1 || ++groups === 4) return false;
      value = -1;
    } else if (code >= 48 && code <= 57) {
      if (value === 0) return false;
      value = value === -1 ? code - 48 : value * 10 + (code - 48);
      if (value > 255) return false;
    } else {
      return false;
    }
  }
  return groups === 3 && value !== -1;
}

function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

/** A zone is letters, digits, `-`, `.` and `:`; it must not be empty. */
function isZone(text: string, from: number): boolean {
  if (from === text.length) return false;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letter = (code | 32) >= 97 && (code | 32) <= 122;
    if (!letter && !(code >= 48 && code <= 57) && code !== 45 && code !== kDot && code !== kColon) return false;
  }
  return true;
}

function isV6(text: string): boolean {
  let end = text.indexOf("%");
  if (end === -1) end = text.length;
  else if (!isZone(text, end + 1)) return false;
  if (end < 2) return false;

  let groups = 0;
  let gap = false; // a `::` was seen
  let i = 0;
  if (text.charCodeAt(0) === kColon) {
    if (text.charCodeAt(1) !== kColon) return false;
    gap = true;
    i = 2;
  }
  while (i < end) {
    const start = i;
    while (i < end && isHexDigit(text.charCodeAt(i))) i++;
    if (i < end && text.charCodeAt(i) === kDot) {
      // The last two groups may be written as an IPv4 address.
      return isV4(text, start, end) && (gap ? groups + 2 < 8 : groups + 2 === 8);
    }
    if (i === start || i - start > 4 || ++groups > 8) return false;
    if (i === end) break;
    if (text.charCodeAt(i++) !== kColon || i === end) return false;
    if (text.charCodeAt(i) === kColon) {
      if (gap) return false;
      gap = true;
      i++;
    }
  }
  return gap ? groups < 8 : groups === 8;
}

/** Is it an IPv4 address in dotted decimal notation, without leading zeros? */
export function isIPv4(input: unknown): boolean {
  const text = typeof input === "string" ? input : `${input as string}`;
  return isV4(text, 0, text.length);
}

/** Is it an IPv6 address, with or without a zone? */
export function isIPv6(input: unknown): boolean {
  return isV6(typeof input === "string" ? input : `${input as string}`);
}

/** 4, 6, or 0 for what is no IP address. */
export function isIP(input: unknown): 0 | 4 | 6 {
  const text = typeof input === "string" ? input : `${input as string}`;
  if (isV4(text, 0, text.length)) return 4;
  return isV6(text) ? 6 : 0;
}
