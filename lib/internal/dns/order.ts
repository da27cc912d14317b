/** In which order addresses are given. */
import { validateOneOf } from "../validators";

/** As the resolver gave them, or one family before the other. */
export type ResultOrder = "verbatim" | "ipv4first" | "ipv6first";

/** All orders; an order's index is its number in bindings/dns.cc. */
export const kOrders: readonly ResultOrder[] = ["verbatim", "ipv4first", "ipv6first"];

let current: ResultOrder = "verbatim";

/** The order of look-ups that ask for none; at first "verbatim". */
export function getDefaultResultOrder(): ResultOrder {
  return current;
}

/** Sets that order for `dns` and `dns.promises`. */
export function setDefaultResultOrder(order: ResultOrder): void {
  validateOneOf(order, "dnsOrder", kOrders);
  current = order;
}
