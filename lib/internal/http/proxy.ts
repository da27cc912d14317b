/**
 * Requests through a proxy, as environment variables name it: HTTP_PROXY, HTTPS_PROXY and NO_PROXY, or their names in lower
 * case, which come first.
 */
import { Buffer } from "../../buffer";
import { coded } from "../errors";
import { parseAddress } from "../net/address_bits";
import { isIPv4 } from "../net/ip";

declare const URL: any;

const ERR_PROXY_INVALID_CONFIG = coded(Error, "ERR_PROXY_INVALID_CONFIG", (text: string) => text);

/** `process.env`, or an object like it. */
export type ProxyEnv = Record<string, string | undefined>;

export interface Proxy {
  readonly host: string;
  readonly port: number;
  /** The value of Proxy-Authorization, when the URL names a user. */
  readonly authorization: string | undefined;
  /** Whether requests to a host and port do not go through the proxy. */
  bypasses(host: string, port: number): boolean;
}

/** The proxy of a protocol (`http:`, `https:`) in an environment; undefined when there is none. */
export function proxyFromEnv(env: ProxyEnv, protocol: string): Proxy | undefined {
  const name = protocol === "https:" ? "https_proxy" : "http_proxy";
  const text = env[name] || env[name.toUpperCase()];
  if (!text) return undefined;
  if (typeof text !== "string") throw new ERR_PROXY_INVALID_CONFIG(`The ${name} of proxyEnv must be a string, it is ${typeof text}`);
  if (/[\r\n]/.test(text)) throw new ERR_PROXY_INVALID_CONFIG(`The ${name} holds a line break: ${JSON.stringify(text)}`);
  const url = URL.parse(text);
  // Other schemes are for other programs.
  if (url === null) {
    if (/^https?:/i.test(text) || text.includes("::")) throw new ERR_PROXY_INVALID_CONFIG(`The ${name} is not a URL: ${text}`);
    return undefined;
  }
  if (url.protocol === "https:") {
    throw new ERR_PROXY_INVALID_CONFIG(`The ${name} is reached by TLS, which is not supported: use an http: URL, not ${url.origin}`);
  }
  if (url.protocol !== "http:") return undefined;
  const entries = parseNoProxy(env["no_proxy"] ?? env["NO_PROXY"]);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || 80),
    authorization: authorizationOf(url),
    bypasses: (host, port) => entries.some((matches) => matches(host.toLowerCase(), port)),
  };
}

function authorizationOf(url: any): string | undefined {
  if (url.username === "" && url.password === "") return undefined;
  const user = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

type Matcher = (host: string, port: number) => boolean;

function parseNoProxy(list: unknown): Matcher[] {
  if (typeof list !== "string") return [];
  return list
    .toLowerCase()
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map(matcher);
}
/** `*`, `host`, `host:port`, `.suffix`, `*.suffix`, an address, or `first-last` of IPv4 addresses. */
function matcher(entry: string): Matcher {
  if (entry === "*") return () => true;
  const range = entry.split("-");
  if (range.length === 2 && isIPv4(range[0]) && isIPv4(range[1])) {
    const low = parseAddress(range[0]!, 4)!.value;
    const high = parseAddress(range[1]!, 4)!.value;
    return (host) => {
      const value = parseAddress(host, 4)?.value;
      return value !== undefined && value >= low && value <= high;
    };
  }
  const parts = /^(.*?):(\d+)$/.exec(entry);
  // More than one colon is an IPv6 address.
  const name = parts !== null && !parts[1]!.includes(":") ? parts[1]! : entry;
  const only = name === entry ? undefined : Number(parts![2]);
  const fits = (port: number): boolean => only === undefined || only === port;
  if (name.startsWith("*.")) return (host, port) => fits(port) && host.endsWith(name.slice(1));
  if (name.startsWith(".")) {
    const suffix = name;
    return (host, port) => fits(port) && suffix.length > 1 && (host.endsWith(suffix) || host === suffix.slice(1));
  }
  return (host, port) => fits(port) && host === name;
}
