/** What http.request is given: a URL, options, or both. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { urlToHttpOptions } from "../url/http_options";
import { validateBoolean, validateInteger } from "../validators";
import { ERR_INVALID_HTTP_TOKEN, ERR_INVALID_PROTOCOL, ERR_UNESCAPED_CHARACTERS } from "./errors";
import { isToken } from "./header_names";
import { type Leniency, readLeniency } from "./leniency";

declare const URL: any;


/** [options, callback] of (url, options, callback), (url, callback), (options, callback). */
export function readRequestArguments(input: any, options: any, callback: any): [any, any] {
  if (typeof input === "string") {
    input = urlToHttpOptions(new URL(input));
  } else if (isUrl(input)) {
    input = urlToHttpOptions(input);
  } else {
    callback = options;
    options = input;
    input = null;
  }
  if (typeof options === "function") {
    callback = options;
    options = input ?? {};
  } else {
    options = Object.assign(input ?? {}, options);
  }
  return [options, callback];
}
function isUrl(value: any): boolean {
  return value instanceof URL || Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
}

export interface RequestSettings {
  agent: any;
  host: string;
  port: number | string;
  method: string;
  path: string;
  protocol: string;
  setHost: boolean;
  leniency: Leniency;
}

function checkHost(host: unknown, name: string): any {
  if (host !== null && host !== undefined && typeof host !== "string") {
    throw new ERR_INVALID_ARG_TYPE(`options.${name}`, ["string", "undefined", "null"], host);
  }
  return host;
}

function checkBoolean(value: unknown, name: string): void {
  if (value !== undefined) validateBoolean(value, name);
}

const kUnescaped = /[^\u0021-\u00ff]/;

/** A path stands in the first line of a request: no spaces, no line ends. */
export function checkPath(path: unknown): string {
  const text = String(path);
  if (kUnescaped.test(text)) throw new ERR_UNESCAPED_CHARACTERS("Request path");
  return text;
}

/** Checks the options and fills in what they leave out; `options` gets the host, port and path that the agent is to see. */
export function readRequestOptions(options: any, globalAgent: any): RequestSettings {
  let agent = options.agent;
  const defaultAgent = options._defaultAgent ?? globalAgent;
  if (agent === false) {
    agent = new defaultAgent.constructor();
  } else if (agent === null || agent === undefined) {
    if (typeof options.createConnection !== "function") agent = defaultAgent;
  } else if (typeof agent.addRequest !== "function") {
    throw new ERR_INVALID_ARG_TYPE("options.agent", ["Agent-like Object", "undefined", "false"], agent);
  }
  const protocol = options.protocol || defaultAgent.protocol;
  const expected = agent?.protocol ?? defaultAgent.protocol;
  if (options.path) checkPath(options.path);
  if (protocol !== expected) throw new ERR_INVALID_PROTOCOL(protocol, expected);
  const defaultPort = options.defaultPort || agent?.defaultPort || 80;
  const port = (options.port = options.port || defaultPort);
  const host = (options.host =
    checkHost(options.hostname, "hostname") || checkHost(options.host, "host") || "localhost");
  options.defaultPort = defaultPort;
  let method = options.method;
  if (method !== null && method !== undefined && typeof method !== "string") {
    throw new ERR_INVALID_ARG_TYPE("options.method", "string", method);
  }
  if (method) {
    if (!isToken(method)) throw new ERR_INVALID_HTTP_TOKEN("Method", method);
    method = method.toUpperCase();
  } else {
    method = "GET";
  }
  if (options.maxHeaderSize !== undefined) validateInteger(options.maxHeaderSize, "maxHeaderSize", 0);
  checkBoolean(options.insecureHTTPParser, "options.insecureHTTPParser");
  checkBoolean(options.joinDuplicateHeaders, "options.joinDuplicateHeaders");
  const setHost = options.setHost !== undefined ? Boolean(options.setHost) : options.setDefaultHeaders !== false;
  return { agent, host, port, method, path: options.path || "/", protocol, setHost, leniency: readLeniency(options) };
}

// The value that was asked for last, and what it was made of.
let lastHost = "";
let lastPort: number | string = 0;
let lastDefaultPort: number | string = 0;
let lastValue = "";
/** The value of Host: with the port when it is not the protocol's, and brackets around an IPv6 address. */
export function hostHeader(host: string, port: number | string, defaultPort: number | string): string {
  if (host === lastHost && port === lastPort && defaultPort === lastDefaultPort) return lastValue;
  const value = makeHostHeader(host, port, defaultPort);
  if (typeof port !== "object" && typeof defaultPort !== "object") {
    lastHost = host;
    lastPort = port;
    lastDefaultPort = defaultPort;
    lastValue = value;
  }
  return value;
}
function makeHostHeader(host: string, port: number | string, defaultPort: number | string): string {
  const colon = host.indexOf(":");
  let text = host;
  if (colon !== -1 && host.includes(":", colon + 1) && !host.startsWith("[")) text = `[${host}]`;
  return port && Number(port) !== Number(defaultPort) ? `${text}:${port}` : text;
}
