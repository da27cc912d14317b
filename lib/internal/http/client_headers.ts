/** The headers of a new request. */
import { Buffer } from "../../buffer";
import { ERR_INVALID_ARG_VALUE } from "../errors";
import { hostHeader } from "./client_options";
import { ERR_HTTP_HEADERS_SENT } from "./errors";
import { storeHead } from "./outgoing_head";

/** `host:port` of a request, the port only when it is not the usual one. */
export function authority(read: any, options: any): string {
  return hostHeader(read.host, read.port, options.defaultPort);
}
/** A proxy must be told no other host than the one that the request is for. */
function checkHost(host: unknown, read: any, options: any): void {
  const expected = authority(read, options);
  if (host === undefined || `${host}`.toLowerCase() === expected.toLowerCase()) return;
  throw new ERR_INVALID_ARG_VALUE("Host in options.headers", host, `must match the request authority (${expected})`);
}
function proxyHeaders(request: any, proxy: any): [string, string][] {
  const lines: [string, string][] = [["proxy-connection", request.shouldKeepAlive ? "keep-alive" : "close"]];
  if (proxy.authorization !== undefined) lines.unshift(["proxy-authorization", proxy.authorization]);
  return lines;
}

/** The headers that a request begins with: those of the options, and those that it needs. */
export function setHeaders(request: any, options: any, read: any, proxy: any): void {
  let { headers } = options;
  if (proxy !== undefined && Array.isArray(headers)) {
    const pairs: any[] = Array.isArray(headers[0]) ? headers : pairsOf(headers);
    checkHost(pairs.find(([name]) => `${name}`.toLowerCase() === "host")?.[1], read, options);
    headers = [...pairs, ...proxyHeaders(request, proxy)];
  }
  if (Array.isArray(headers)) {
    if (headers.length % 2 !== 0 && !Array.isArray(headers[0])) throw new ERR_INVALID_ARG_VALUE("options.headers", headers);
    storeHead(request, headers, 0, false);
    return;
  }
  if (headers) for (const name of Object.keys(headers)) request.setHeader(name, headers[name]);
  if (read.host && !request.getHeader("host") && read.setHost) {
    request.setHeader("Host", hostHeader(read.host, read.port, options.defaultPort));
  }
  if (proxy !== undefined) checkHost(request.getHeader("host"), read, options);
  if (options.auth && !request.getHeader("Authorization")) {
    request.setHeader("Authorization", `Basic ${Buffer.from(options.auth).toString("base64")}`);
  }
  if (proxy !== undefined) for (const [name, value] of proxyHeaders(request, proxy)) request.setHeader(name, value);
  if (request.getHeader("expect")) {
    if (request._block !== null) throw new ERR_HTTP_HEADERS_SENT("render");
    storeHead(request, request._outHeaders, 0, false);
  }
}

function pairsOf(flat: any[]): any[] {
  if (flat.length % 2 !== 0) throw new ERR_INVALID_ARG_VALUE("options.headers", flat);
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);
}
