/** net.SocketAddress: an IP address with a port, checked and in its usual text. */
import { coded, ERR_INVALID_ARG_VALUE } from "../errors";
import { validateObject, validatePort, validateString, validateUint32, validateInteger } from "../validators";
import { type AddressBits, parseAddress, writeAddress } from "./address_bits";
import { isIPv4 } from "./ip";

declare const URL: any;

export const ERR_INVALID_ADDRESS = coded(Error, "ERR_INVALID_ADDRESS", "Invalid socket address");

const kInspect = Symbol.for("nodejs.util.inspect.custom");
const kMaxFlowLabel = 0xfffff;

/** 4 or 6 of `ipv4` or `ipv6`, in any case; 0 of anything else. */
export function familyNumber(name: unknown): 0 | 4 | 6 {
  const lower = typeof name === "string" ? name.toLowerCase() : name;
  return lower === "ipv4" ? 4 : lower === "ipv6" ? 6 : 0;
}

/** `new SocketAddress({ address, port, family, flowlabel })` */
export class SocketAddress {
  readonly #bits: AddressBits;
  readonly #port: number;
  readonly #flowLabel: number;

  constructor(options: any = {}) {
    validateObject(options, "options");
    const name = options.family ?? "ipv4";
    const family = familyNumber(name);
    if (family === 0) throw new ERR_INVALID_ARG_VALUE("options.family", name);
    const { address = family === 4 ? "127.0.0.1" : "::", port = 0, flowlabel = 0 } = options;
    validateString(address, "options.address");
    this.#port = validatePort(port, "options.port");
    validateUint32(flowlabel, "options.flowlabel", false);
    if (family === 6) validateInteger(flowlabel, "options.flowlabel", 0, kMaxFlowLabel);
    const bits = parseAddress(address, family);
    if (bits === undefined) throw new ERR_INVALID_ADDRESS();
    this.#bits = bits;
    this.#flowLabel = family === 6 ? flowlabel : 0;
  }

  get address(): string {
    return writeAddress(this.#bits);
  }
  get port(): number {
    return this.#port;
  }
  /** `ipv4` or `ipv6` */
  get family(): "ipv4" | "ipv6" {
    return this.#bits.family === 4 ? "ipv4" : "ipv6";
  }
  get flowlabel(): number {
    return this.#flowLabel;
  }

  toJSON(): object {
    return { address: this.address, port: this.port, family: this.family, flowlabel: this.flowlabel };
  }
  [kInspect](depth: number, options: any, inspect?: any): any {
    if (depth < 0) return "[SocketAddress]";
    return `SocketAddress ${inspect(this.toJSON(), { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }

  static isSocketAddress(value: unknown): value is SocketAddress {
    return typeof value === "object" && value !== null && #bits in value;
  }
  /** `1.2.3.4:80`, `[::1]:80`, with or without the port; undefined when it is something else. */
  static parse(input: string): SocketAddress | undefined {
    validateString(input, "input");
    const url = parseUrl(`http://${input}`);
    if (url === null) return undefined;
    // A URL leaves out the port that is usual for its scheme.
    const port = Number(url.port || parseUrl(`https://${input}`)?.port || 0);
    const { hostname } = url;
    if (hostname.startsWith("[")) return new SocketAddress({ address: hostname.slice(1, -1), port, family: "ipv6" });
    return isIPv4(hostname) ? new SocketAddress({ address: hostname, port }) : undefined;
  }
  /** Not for programs: the bits of an address. */
  static bits(address: SocketAddress): AddressBits {
    return address.#bits;
  }
}
for (const name of ["address", "port", "family", "flowlabel"]) {
  Object.defineProperty(SocketAddress.prototype, name, {
    ...Object.getOwnPropertyDescriptor(SocketAddress.prototype, name),
    enumerable: false,
  });
}
/** The bits behind a SocketAddress, for the block list. */
export const bitsOf = SocketAddress.bits;
delete (SocketAddress as any).bits;

function parseUrl(text: string): any {
  return URL.parse(text);
}

// The bundler may rename a class that speaks of itself.
Object.defineProperty(SocketAddress, "name", { value: "SocketAddress", configurable: true });
