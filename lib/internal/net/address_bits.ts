/** IP addresses as numbers: parsing, comparing, writing. */
import { isIPv4, isIPv6 } from "./ip";

/** An address by its bits: `family` 4 has 32, `family` 6 has 128. */
export interface AddressBits {
  readonly family: 4 | 6;
  readonly value: bigint;
}

function parseV4(text: string): bigint {
  let value = 0n;
  for (const part of text.split(".")) value = (value << 8n) | BigInt(Number(part));
  return value;
}
function groupsOf(text: string): bigint[] {
  if (text === "") return [];
  const groups: bigint[] = [];
  for (const part of text.split(":")) {
    if (part.includes(".")) {
      const v4 = parseV4(part);
      groups.push(v4 >> 16n, v4 & 0xffffn);
    } else {
      groups.push(BigInt(`0x${part}`));
    }
  }
  return groups;
}
function parseV6(text: string): bigint {
  const zone = text.indexOf("%");
  const plain = zone === -1 ? text : text.slice(0, zone);
  const gap = plain.indexOf("::");
  const before = groupsOf(gap === -1 ? plain : plain.slice(0, gap));
  const after = gap === -1 ? [] : groupsOf(plain.slice(gap + 2));
  const missing = 8 - before.length - after.length;
  let value = 0n;
  for (const group of before) value = (value << 16n) | group;
  value <<= BigInt(16 * missing);
  for (const group of after) value = (value << 16n) | group;
  return value;
}

/** The bits of a text; undefined when it is no address of this family. */
export function parseAddress(text: string, family: 4 | 6): AddressBits | undefined {
  if (family === 4) return isIPv4(text) ? { family, value: parseV4(text) } : undefined;
  return isIPv6(text) ? { family, value: parseV6(text) } : undefined;
}

const kMapped = 0xffffn << 32n;
/** An IPv6 address that stands for an IPv4 one, `::ffff:1.2.3.4`, as that; any other as it is. */
export function unmapped(bits: AddressBits): AddressBits {
  if (bits.family === 4 || bits.value >> 32n !== 0xffffn) return bits;
  return { family: 4, value: bits.value & 0xffffffffn };
}
/** An IPv4 address in IPv6: `::ffff:1.2.3.4`. */
export function mapped(bits: AddressBits): AddressBits {
  return bits.family === 6 ? bits : { family: 6, value: kMapped | bits.value };
}

function writeV4(value: bigint): string {
  const number = Number(value);
  return `${number >>> 24}.${(number >>> 16) & 255}.${(number >>> 8) & 255}.${number & 255}`;
}
/** The text of an address as inet_ntop writes it: lower case, the longest run of zero groups as `::`. */
export function writeAddress({ family, value }: AddressBits): string {
  if (family === 4) return writeV4(value);
  const groups = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(16 * (7 - i))) & 0xffffn));
  let best = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && groups[end] === 0) end++;
    if (end - i > length) {
      best = i;
      length = end - i;
    }
    if (end > i) i = end;
  }
  if (best === 0 && (length === 6 || (length === 5 && groups[5] === 0xffff))) {
    return `${length === 5 ? "::ffff:" : "::"}${writeV4(value & 0xffffffffn)}`;
  }
  const hex = (part: number[]): string => part.map((group) => group.toString(16)).join(":");
  return best === -1 ? hex(groups) : `${hex(groups.slice(0, best))}::${hex(groups.slice(best + length))}`;
}
