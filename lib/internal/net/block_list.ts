/** net.BlockList: addresses, ranges and subnets that a server or a socket has nothing to do with. */
import { coded, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "../errors";
import { validateArray, validateInteger, validateNumber, validateString } from "../validators";
import { type AddressBits, mapped, parseAddress, unmapped, writeAddress } from "./address_bits";
import { bitsOf, familyNumber, SocketAddress } from "./socket_address";

export const ERR_IP_BLOCKED = coded(Error, "ERR_IP_BLOCKED", (ip: string) => `IP(${ip}) is blocked by net.BlockList`);

const kInspect = Symbol.for("nodejs.util.inspect.custom");

interface Range {
  readonly first: AddressBits;
  readonly last: AddressBits;
}
interface Subnet {
  readonly net: AddressBits;
  readonly prefix: number;
}

function familyName(bits: AddressBits): string {
  return bits.family === 4 ? "IPv4" : "IPv6";
}
/** The address of an argument, a text or a SocketAddress. */
function read(address: unknown, family: unknown, name: string): AddressBits {
  if (SocketAddress.isSocketAddress(address)) return bitsOf(address);
  validateString(address, name);
  validateString(family, "family");
  return bitsOf(new SocketAddress({ address, family }));
}
/** One key for the forms of one address. */
function keyOf(bits: AddressBits): string {
  const plain = unmapped(bits);
  return `${plain.family} ${plain.value}`;
}
/** True when `bits` is between two addresses of a family. */
function within(bits: AddressBits, { first, last }: Range): boolean {
  const plain = unmapped(bits);
  const low = unmapped(first);
  const high = unmapped(last);
  if (low.family === high.family) return plain.family === low.family && plain.value >= low.value && plain.value <= high.value;
  const wide = mapped(plain);
  return wide.value >= mapped(first).value && wide.value <= mapped(last).value;
}
/** True when `bits` begins with the same bits as the net. */
function inSubnet(bits: AddressBits, { net, prefix }: Subnet): boolean {
  const address = net.family === 4 ? unmapped(bits) : mapped(bits);
  if (address.family !== net.family) return false;
  const rest = BigInt((net.family === 4 ? 32 : 128) - prefix);
  return address.value >> rest === net.value >> rest;
}
function validatePrefix(prefix: unknown, bits: AddressBits): asserts prefix is number {
  validateNumber(prefix, "prefix");
  validateInteger(prefix, "prefix", 0, bits.family === 4 ? 32 : 128);
}
/** [address, prefix, family] of `10.0.0.0/8`. */
function parseCIDR(cidr: unknown): [string, number, "ipv4" | "ipv6"] {
  validateString(cidr, "cidr");
  const slash = cidr.lastIndexOf("/");
  if (slash === -1) throw new ERR_INVALID_ARG_VALUE("cidr", cidr, 'must contain a prefix length (e.g. "10.0.0.0/8")');
  const digits = cidr.slice(slash + 1);
  if (!/^\d+$/.test(digits)) throw new ERR_INVALID_ARG_VALUE("cidr", cidr, "prefix length must be a valid integer");
  const address = cidr.slice(0, slash);
  return [address, Number(digits), address.includes(":") ? "ipv6" : "ipv4"];
}

export class BlockList {
  readonly #addresses = new Map<string, AddressBits>();
  readonly #subnets = new Map<string, Subnet>();
  readonly #ranges = new Map<string, Range>();

  addAddress(address: string | SocketAddress, family = "ipv4"): void {
    const bits = read(address, family, "address");
    this.#addresses.set(keyOf(bits), bits);
  }
  addAddresses(addresses: readonly (string | SocketAddress)[], family = "ipv4"): void {
    validateArray(addresses, "addresses");
    const all = addresses.map((address, i) => read(address, family, `addresses[${i}]`));
    for (const bits of all) this.#addresses.set(keyOf(bits), bits);
  }
  /** All addresses from `start` to `end`, both included. */
  addRange(start: string | SocketAddress, end: string | SocketAddress, family = "ipv4"): void {
    const [first, last] = this.#range(start, end, family);
    if (first.family === last.family && first.value > last.value) {
      const given = SocketAddress.isSocketAddress(start)
        ? start
        : new SocketAddress({ address: start, family });
      throw new ERR_INVALID_ARG_VALUE("start", given, "must come before end");
    }
    this.#ranges.set(rangeText(first, last), { first, last });
  }
  #range(start: unknown, end: unknown, family: string): [AddressBits, AddressBits] {
    return [read(start, family, "start"), read(end, family, "end")];
  }
  /** All addresses that have the first `prefix` bits of `net`. */
  addSubnet(net: string | SocketAddress, prefix: number, family = "ipv4"): void {
    const bits = read(net, family, "network");
    validatePrefix(prefix, bits);
    this.#subnets.set(subnetText(bits, prefix), { net: bits, prefix });
  }
  /** `10.0.0.0/8`; the address tells the family. */
  addCIDR(cidr: string): void {
    this.addSubnet(...parseCIDR(cidr));
  }
  addCIDRs(cidrs: readonly string[]): void {
    validateArray(cidrs, "cidrs");
    for (const subnet of cidrs.map(parseCIDR)) this.addSubnet(...subnet);
  }

  removeAddress(address: string | SocketAddress, family = "ipv4"): void {
    this.#addresses.delete(keyOf(read(address, family, "address")));
  }
  removeRange(start: string | SocketAddress, end: string | SocketAddress, family = "ipv4"): void {
    this.#ranges.delete(rangeText(...this.#range(start, end, family)));
  }
  removeSubnet(net: string | SocketAddress, prefix: number, family = "ipv4"): void {
    const bits = read(net, family, "network");
    validatePrefix(prefix, bits);
    this.#subnets.delete(subnetText(bits, prefix));
  }
  removeCIDR(cidr: string): void {
    this.removeSubnet(...parseCIDR(cidr));
  }
  clear(): void {
    this.#addresses.clear();
    this.#subnets.clear();
    this.#ranges.clear();
  }

  /** Whether one of the rules holds an address. What is no address is not blocked. */
  check(address: string | SocketAddress, family = "ipv4"): boolean {
    let bits: AddressBits | undefined;
    if (SocketAddress.isSocketAddress(address)) {
      bits = bitsOf(address);
    } else {
      validateString(address, "address");
      validateString(family, "family");
      const number = familyNumber(family);
      bits = number === 0 ? undefined : parseAddress(address, number);
    }
    if (bits === undefined) return false;
    if (this.#addresses.has(keyOf(bits))) return true;
    for (const subnet of this.#subnets.values()) if (inSubnet(bits, subnet)) return true;
    for (const range of this.#ranges.values()) if (within(bits, range)) return true;
    return false;
  }

  /** The rules as texts: addresses, subnets, ranges. */
  get rules(): string[] {
    const addresses = [...this.#addresses.values()].map((bits) => `Address: ${familyName(bits)} ${writeAddress(bits)}`);
    return [...addresses, ...this.#subnets.keys(), ...this.#ranges.keys()];
  }
  /** How many rules there are. */
  get size(): number {
    return this.#addresses.size + this.#subnets.size + this.#ranges.size;
  }
  toJSON(): string[] {
    return this.rules;
  }
  /** Adds rules as `rules` gives them, or as JSON of that. Texts that are no rules are passed over. */
  fromJSON(data: string | readonly string[]): void {
    let rules: unknown = data;
    if (typeof data === "string") rules = JSON.parse(data);
    if (!Array.isArray(rules) || !rules.every((rule) => typeof rule === "string")) {
      throw new ERR_INVALID_ARG_TYPE("data", ["string", "string[]"], rules);
    }
    for (const rule of rules as string[]) this.#addRule(rule);
  }
  #addRule(rule: string): void {
    const parts = /^(Address|Range|Subnet): (IPv4|IPv6) (\S+)$/.exec(rule.trim());
    if (parts === null) return;
    const [, kind, name, value] = parts as unknown as [string, string, string, string];
    const family = familyNumber(name) as 4 | 6;
    if (kind === "Address") {
      if (parseAddress(value, family) !== undefined) this.addAddress(value, name);
    } else if (kind === "Range") {
      const [start = "", end = ""] = value.split("-");
      if (parseAddress(start, family) && parseAddress(end, family)) this.addRange(start, end, name);
    } else {
      const [net = "", prefix = ""] = value.split("/");
      if (parseAddress(net, family) && /^\d+$/.test(prefix)) this.addSubnet(net, Number(prefix), name);
    }
  }

  [kInspect](depth: number, options: any, inspect?: any): any {
    if (depth < 0) return "[BlockList]";
    return `BlockList ${inspect({ rules: this.rules }, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }

  static isBlockList(value: unknown): value is BlockList {
    return typeof value === "object" && value !== null && #addresses in value;
  }
  /** Private, loopback and link-local addresses, for `addCIDRs`. */
  static readonly PRIVATE_RANGES: readonly string[] = Object.freeze([
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "127.0.0.0/8",
    "::1/128",
    "169.254.0.0/16",
    "fe80::/10",
    "fc00::/7",
  ]);
}

function rangeText(first: AddressBits, last: AddressBits): string {
  return `Range: ${familyName(first)} ${writeAddress(first)}-${writeAddress(last)}`;
}
function subnetText(net: AddressBits, prefix: number): string {
  return `Subnet: ${familyName(net)} ${writeAddress(net)}/${prefix}`;
}

/** Throws unless an option is a block list or left out. */
export function validateBlockList(value: unknown): void {
  if (value !== undefined && value !== null && !BlockList.isBlockList(value)) {
    throw new ERR_INVALID_ARG_TYPE("options.blockList", "net.BlockList", value);
  }
}
/** Whether a block list, if there is one, holds an address of a socket. */
export function isBlocked(list: BlockList | undefined | null, address: string, family: 4 | 6): boolean {
  return list !== undefined && list !== null && list.check(address, `ipv${family}`);
}

// The bundler may rename a class that speaks of itself.
Object.defineProperty(BlockList, "name", { value: "BlockList", configurable: true });
