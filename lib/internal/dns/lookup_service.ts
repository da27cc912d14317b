/** `dns.lookupService`: the host name of an address and the name of a port, by getnameinfo in the thread pool. */
import binding from "binding:dns";
import { ERR_INVALID_ARG_VALUE, ERR_MISSING_ARGS } from "../errors";
import { isIP } from "../net/ip";
import { traced } from "../perf/traced";
import { nextTick } from "../ticks";
import { validateFunction, validatePort } from "../validators";
import { dnsError, type DnsError } from "./error";

export type LookupServiceCallback = (error: DnsError | null, hostname?: string, service?: string) => void;

/** Checks an address and a port; returns the port as a number. */
export function checkService(address: unknown, port: unknown): number {
  if (isIP(address) === 0) throw new ERR_INVALID_ARG_VALUE("address", address);
  return validatePort(port);
}

/** Looks a checked address and port up. */
export function startLookupService(address: string, port: number, callback: LookupServiceCallback): void {
  if (traced.dns !== null) {
    const detail = (hostname: string, service: string): object => ({ host: address, port, hostname, service });
    callback = traced.dns.lookUp("lookupService", callback, detail);
  }
  const done = (errno: number, hostname: string, service: string): void => {
    if (errno !== 0) callback(dnsError(errno, "getnameinfo", address));
    else callback(null, hostname, service);
  };
  const errno = binding.getnameinfo(address, port, done);
  if (errno !== 0) nextTick(callback, dnsError(errno, "getnameinfo", address));
}

/** `callback(error, hostname, service)` */
export function lookupService(address: string, port: number | string, callback: LookupServiceCallback): void {
  if (arguments.length !== 3) throw new ERR_MISSING_ARGS("address", "port", "callback");
  const number = checkService(address, port);
  validateFunction(callback, "callback");
  startLookupService(address, number, callback);
}
