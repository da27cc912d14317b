/** The options of http.createServer. */
import { ERR_OUT_OF_RANGE } from "../errors";
import { Leniency, readLeniency } from "./leniency";
import { getOption } from "../options";
import { validateBoolean, validateFunction, validateInteger, validateObject } from "../validators";

export interface ServerSettings {
  requestTimeout: number;
  headersTimeout: number;
  keepAliveTimeout: number;
  keepAliveTimeoutBuffer: number;
  connectionsCheckingInterval: number;
  maxHeaderSize: number;
  requireHostHeader: boolean;
  leniency: Leniency;
  joinDuplicateHeaders: boolean | undefined;
  uniqueHeaders: Set<string> | undefined;
  responseOptions: object | undefined;
  optimizeEmptyRequests: boolean;
}

function optionalInteger(options: any, name: string, fallback: number): number {
  const value = options[name];
  if (value === undefined) return fallback;
  validateInteger(value, name, 0);
  return value;
}
function optionalBoolean(options: any, name: string, fallback: boolean): boolean {
  const value = options[name];
  if (value === undefined) return fallback;
  validateBoolean(value, `options.${name}`);
  return value;
}

/** Names of headers that are sent in one line each; null and undefined are "none". */
export function parseUniqueHeaders(list: unknown): Set<string> | undefined {
  if (!Array.isArray(list)) return undefined;
  return new Set(list.map((name) => (Array.isArray(name) ? name : [name])).flat().map((name) => `${name}`.toLowerCase()));
}

/** Checks options and fills in the defaults. */
export function readServerOptions(options: any): ServerSettings {
  validateObject(options, "options");
  if (options.IncomingMessage !== undefined) validateFunction(options.IncomingMessage, "options.IncomingMessage");
  if (options.ServerResponse !== undefined) validateFunction(options.ServerResponse, "options.ServerResponse");
  const requestTimeout = optionalInteger(options, "requestTimeout", 300_000);
  let headersTimeout = Math.min(60_000, requestTimeout || 60_000);
  if (options.headersTimeout !== undefined) headersTimeout = optionalInteger(options, "headersTimeout", 0);
  if (requestTimeout > 0 && headersTimeout > 0 && headersTimeout > requestTimeout) {
    throw new ERR_OUT_OF_RANGE("headersTimeout", `<= ${requestTimeout}`, headersTimeout);
  }
  let maxHeaderSize = getOption("maxHttpHeaderSize");
  if (options.maxHeaderSize !== undefined) {
    validateInteger(options.maxHeaderSize, "maxHeaderSize", 0);
    maxHeaderSize = options.maxHeaderSize || maxHeaderSize;
  }
  if (options.shouldUpgradeCallback !== undefined) validateFunction(options.shouldUpgradeCallback, "options.shouldUpgradeCallback");
  const rejects = optionalBoolean(options, "rejectNonStandardBodyWrites", false);
  // Rondo's own: responses to requests that waited say for whom, in a Server-Timing header. See ./blame.
  const serverTiming = optionalBoolean(options, "serverTiming", false);
  const highWaterMark = options.highWaterMark;
  if (options.insecureHTTPParser !== undefined) validateBoolean(options.insecureHTTPParser, "options.insecureHTTPParser");
  const leniency = readLeniency(options);
  const lenient = leniency !== Leniency.Strict;
  return {
    requestTimeout,
    headersTimeout,
    keepAliveTimeout: optionalInteger(options, "keepAliveTimeout", 5000),
    keepAliveTimeoutBuffer: optionalInteger(options, "keepAliveTimeoutBuffer", 1000),
    connectionsCheckingInterval: optionalInteger(options, "connectionsCheckingInterval", 30_000),
    maxHeaderSize,
    requireHostHeader: optionalBoolean(options, "requireHostHeader", true),
    leniency,
    joinDuplicateHeaders:
      options.joinDuplicateHeaders === undefined ? undefined : optionalBoolean(options, "joinDuplicateHeaders", false),
    uniqueHeaders: parseUniqueHeaders(options.uniqueHeaders),
    responseOptions:
      rejects || serverTiming || lenient || highWaterMark !== undefined
        ? { rejectNonStandardBodyWrites: rejects, highWaterMark, serverTiming, lenient }
        : undefined,
    optimizeEmptyRequests: optionalBoolean(options, "optimizeEmptyRequests", false),
  };
}

