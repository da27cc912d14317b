/** `dns.promises.lookup` and `lookupService`, on the callback forms. */
import { ERR_MISSING_ARGS } from "../errors";
import { readLookupArguments, startLookup, type LookupAddress, type LookupOptions } from "./lookup";
import { checkService, startLookupService } from "./lookup_service";

/** Looks a host name up. */
export function lookup(
  hostname: string,
  options?: LookupOptions | number | null,
): Promise<LookupAddress | LookupAddress[]> {
  const request = readLookupArguments(hostname, options);
  return new Promise((resolve, reject) => {
    startLookup(hostname, request, (error, address, family) => {
      if (error) reject(error);
      else resolve(request.all ? (address as LookupAddress[]) : ({ address, family } as LookupAddress));
    });
  });
}

/** The host name of an address and the name of a port. */
export function lookupService(address: string, port: number | string): Promise<{ hostname: string; service: string }> {
  if (arguments.length !== 2) throw new ERR_MISSING_ARGS("address", "port");
  const number = checkService(address, port);
  return new Promise((resolve, reject) => {
    startLookupService(address, number, (error, hostname, service) => {
      if (error) reject(error);
      else resolve({ hostname: hostname!, service: service! });
    });
  });
}
