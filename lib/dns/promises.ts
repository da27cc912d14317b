/** `node:dns/promises`. */
import { errorCodes } from "../internal/dns/codes";
import { getDefaultResultOrder, setDefaultResultOrder } from "../internal/dns/order";
import { lookup, lookupService } from "../internal/dns/promises";
import { refuseQueries, refuseResolver } from "../internal/dns/queries";

export default {
  lookup,
  lookupService,
  Resolver: refuseResolver("dns.promises"),
  getDefaultResultOrder,
  setDefaultResultOrder,
  ...errorCodes,
  ...refuseQueries("dns.promises", true),
};
