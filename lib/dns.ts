/** `node:dns`: name look-ups through the system's resolver. */
import promises from "./dns/promises";
import { errorCodes } from "./internal/dns/codes";
import { ADDRCONFIG, ALL, lookup, V4MAPPED } from "./internal/dns/lookup";
import { lookupService } from "./internal/dns/lookup_service";
import { getDefaultResultOrder, setDefaultResultOrder } from "./internal/dns/order";
import { refuseQueries, refuseResolver } from "./internal/dns/queries";

// What util.promisify() makes of functions whose callbacks get more than one value.
const kPromisify = Symbol.for("nodejs.util.promisify.custom");
Object.defineProperty(lookup, kPromisify, { configurable: true, value: promises.lookup });
Object.defineProperty(lookupService, kPromisify, { configurable: true, value: promises.lookupService });

export default {
  lookup,
  lookupService,
  Resolver: refuseResolver("dns"),
  getDefaultResultOrder,
  setDefaultResultOrder,
  ADDRCONFIG,
  ALL,
  V4MAPPED,
  ...errorCodes,
  ...refuseQueries("dns", false),
  promises,
};
