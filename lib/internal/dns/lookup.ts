/** `dns.lookup`: names as the system resolves them (hosts file, name services), by getaddrinfo in the thread pool. */
import binding from "binding:dns";
import { nextTick } from "../ticks";
import { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "../errors";
import { isIP } from "../net/ip";
import { traced } from "../perf/traced";
import { validateBoolean, validateFunction, validateNumber, validateOneOf, validateString } from "../validators";
import { dnsError, type DnsError } from "./error";
import { getDefaultResultOrder, kOrders, type ResultOrder } from "./order";

/** Only addresses of families that this machine has an address of. */
export const ADDRCONFIG: number = binding.AI_ADDRCONFIG;
/** With V4MAPPED: IPv6 addresses and mapped IPv4 addresses. */
export const ALL: number = binding.AI_ALL;
/** With family 6: IPv4 addresses as IPv6 where there are none of IPv6. */
export const V4MAPPED: number = binding.AI_V4MAPPED;

export interface LookupOptions {
  /** 4, 6 or 0 for both; "IPv4" and "IPv6" are taken as well. */
  family?: number | "IPv4" | "IPv6" | undefined;
  /** ADDRCONFIG, ALL and V4MAPPED, or-ed. */
  hints?: number | undefined;
  /** All addresses, in an array. */
  all?: boolean | undefined;
  order?: ResultOrder | undefined;
  /** The older form of `order`: true for "verbatim", false for "ipv4first". */
  verbatim?: boolean | undefined;
}
export interface LookupAddress {
  address: string;
  family: 4 | 6;
}
export type LookupCallback = (
  error: DnsError | null,
  address?: string | null | LookupAddress[],
  family?: number,
) => void;

/** Options, checked, with their defaults. */
export interface LookupRequest {
  family: 0 | 4 | 6;
  hints: number;
  all: boolean;
  order: ResultOrder;
}

const kFamilies = [0, 4, 6];
const kAllHints = ADDRCONFIG | ALL | V4MAPPED;

function checkHints(hints: number): number {
  if ((hints & ~kAllHints) !== 0 || hints !== (hints | 0)) throw new ERR_INVALID_ARG_VALUE("hints", hints);
  return hints;
}

/** Checks a host name and options as `lookup` takes them. */
export function readLookupArguments(hostname: unknown, options: unknown): LookupRequest {
  if (hostname) validateString(hostname, "hostname");
  const request: LookupRequest = { family: 0, hints: 0, all: false, order: getDefaultResultOrder() };
  if (typeof options === "number") {
    validateOneOf(options, "family", kFamilies);
    request.family = options as 0 | 4 | 6;
    return request;
  }
  if (options === undefined || options === null) return request;
  if (typeof options !== "object") throw new ERR_INVALID_ARG_TYPE("options", ["integer", "Object"], options);
  const { family, hints, all, order, verbatim } = options as LookupOptions;
  if (hints !== undefined && hints !== null) {
    validateNumber(hints, "options.hints");
    request.hints = checkHints(hints >>> 0 === hints ? hints : Number.NaN);
  }
  if (family !== undefined && family !== null) {
    const number = family === "IPv4" ? 4 : family === "IPv6" ? 6 : family;
    validateOneOf(number, "options.family", kFamilies);
    request.family = number as 0 | 4 | 6;
  }
  if (all !== undefined && all !== null) {
    validateBoolean(all, "options.all");
    request.all = all;
  }
  if (verbatim !== undefined && verbatim !== null) {
    validateBoolean(verbatim, "options.verbatim");
    request.order = verbatim ? "verbatim" : "ipv4first";
  }
  if (order !== undefined && order !== null) {
    validateOneOf(order, "options.order", kOrders);
    request.order = order;
  }
  return request;
}

function familyOf(address: string): 4 | 6 {
  return address.includes(":") ? 6 : 4;
}

/** Looks a host name up; arguments are checked already. An address stands for itself, and nothing for nothing. */
export function startLookup(hostname: string, request: LookupRequest, callback: LookupCallback): void {
  const { all, family } = request;
  if (!hostname) {
    warnNoHostname(hostname);
    if (all) nextTick(callback, null, []);
    else nextTick(callback, null, null, family === 6 ? 6 : 4);
    return;
  }
  const known = isIP(hostname);
  if (known !== 0) {
    if (all) nextTick(callback, null, [{ address: hostname, family: known }]);
    else nextTick(callback, null, hostname, known);
    return;
  }
  if (traced.dns !== null) {
    const { hints, order } = request;
    callback = traced.dns.lookUp("lookup", callback, (found: unknown) => {
      const addresses = Array.isArray(found) ? found : [found];
      return { hostname, family, hints, verbatim: order === "verbatim", order, addresses };
    });
  }
  const done = (errno: number, addresses: string[]): void => {
    if (errno !== 0) callback(dnsError(errno, "getaddrinfo", hostname));
    else if (all) callback(null, addresses.map((address) => ({ address, family: familyOf(address) })));
    else callback(null, addresses[0]!, family || familyOf(addresses[0]!));
  };
  const errno = binding.getaddrinfo(hostname, family, request.hints, kOrders.indexOf(request.order), done);
  if (errno !== 0) nextTick(callback, dnsError(errno, "getaddrinfo", hostname));
}

let warned = false;
function warnNoHostname(hostname: unknown): void {
  if (warned) return;
  warned = true;
  process.emitWarning(
    `The provided hostname "${String(hostname)}" is not a valid hostname, and is supported in the dns module solely ` +
      "for compatibility.",
    "DeprecationWarning",
    "DEP0118",
  );
}

/** Looks a host name up: `callback(error, address, family)`, or `callback(error, addresses)` with `all`. */
export function lookup(hostname: string, callback: LookupCallback): void;
export function lookup(hostname: string, options: LookupOptions | number | null | undefined, callback: LookupCallback): void;
export function lookup(hostname: string, options: unknown, callback?: unknown): void {
  if (typeof options === "function") {
    callback = options;
    options = undefined;
  } else {
    validateFunction(callback, "callback");
  }
  startLookup(hostname, readLookupArguments(hostname, options), callback as LookupCallback);
}
