/** The forgiving reader behind `url.parse`: RFC 2396 with what browsers of its time did. */
import binding from "binding:url";
import querystring from "../../querystring";
import { validateString } from "../validators";
import { invalidUrl } from "./errors";

/** What `url.parse` gives; `null` for what is not there. */
export interface UrlParts {
  protocol: string | null;
  slashes: boolean | null;
  auth: string | null;
  host: string | null;
  port: string | null;
  hostname: string | null;
  hash: string | null;
  search: string | null;
  query: string | Record<string, unknown> | null;
  pathname: string | null;
  path: string | null;
  href: string;
  format(): string;
}

const kSlashed = new Set(["http:", "https:", "ftp:", "gopher:", "file:", "ws:", "wss:"]);
const kSimplePath = /^(\/\/?(?!\/)[^?\s]*)(\?\S*)?$/;
const kProtocol = /^[a-z0-9.+-]+:/i;
// Where a host ends, `@` aside: at what can not stand in one.
const kHostEnd = /[ "#%'/;<>?\\^`{|}]/;
const kEscaped = /[\t\n\r "'<>\\^`{|}]/g;
const kMaxHostname = 255;

/** Is it a scheme whose URLs begin with `//`? */
export function isSlashed(protocol: string): boolean {
  return kSlashed.has(protocol);
}

/** Reads `url` into `target`. */
export function parseInto(target: UrlParts, url: string, parseQueryString: boolean, slashesDenoteHost: boolean): void {
  validateString(url, "url");
  if (!slashesDenoteHost) {
    const search = plainPathEnd(url);
    if (search !== -1) {
      target.path = target.href = url;
      target.pathname = search === url.length ? url : url.slice(0, search);
      setSearch(target, search === url.length ? undefined : url.slice(search), parseQueryString);
      return;
    }
  }
  let rest = forwardSlashes(url.trim());
  if (!slashesDenoteHost && !rest.includes("#") && !/^[^?]*@/.test(rest)) {
    const simple = kSimplePath.exec(rest);
    if (simple !== null) {
      target.path = target.href = rest;
      target.pathname = simple[1]!;
      setSearch(target, simple[2], parseQueryString);
      return;
    }
  }

  const protocol = kProtocol.exec(rest)?.[0];
  if (protocol !== undefined) {
    target.protocol = protocol.toLowerCase();
    rest = rest.slice(protocol.length);
  }
  const script = target.protocol === "javascript:";
  if ((slashesDenoteHost || protocol !== undefined || /^\/\/[^@/]+@[^@/]+/.test(rest)) && rest.startsWith("//") && !script) {
    rest = rest.slice(2);
    target.slashes = true;
  }
  if (!script && (target.slashes || (protocol !== undefined && !isSlashed(target.protocol!)))) {
    rest = readHost(target, rest, url);
  }
  if (!script) rest = rest.replace(kEscaped, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);

  const hash = rest.indexOf("#");
  if (hash !== -1) {
    target.hash = rest.slice(hash);
    rest = rest.slice(0, hash);
  }
  const search = rest.indexOf("?");
  setSearch(target, search === -1 ? undefined : rest.slice(search), parseQueryString);
  if (search !== -1) rest = rest.slice(0, search);
  if (rest !== "") target.pathname = rest;
  else if (target.protocol !== null && isSlashed(target.protocol) && target.hostname) target.pathname = "/";
  if (target.pathname || target.search) target.path = `${target.pathname ?? ""}${target.search ?? ""}`;
  target.href = target.format();
}

/**
 * For what most requests ask for, a path with or without a query: where the path ends. -1 for all that needs a closer look.
 */
function plainPathEnd(url: string): number {
  const length = url.length;
  if (url.charCodeAt(0) !== 47 || (url.charCodeAt(1) === 47 && url.charCodeAt(2) === 47)) return -1;
  let end = length;
  for (let i = 1; i < length; i++) {
    const code = url.charCodeAt(i);
    if (code <= 32 || code >= 127 || code === 35 /* # */ || code === 92 /* \ */) return -1;
    if (end === length) {
      if (code === 64 /* @ */) return -1;
      if (code === 63 /* ? */) end = i;
    }
  }
  return end;
}

/** Backslashes before the query count as slashes. */
function forwardSlashes(url: string): string {
  if (!url.includes("\\")) return url;
  const end = url.search(/[?#]/);
  return end === -1 ? url.replaceAll("\\", "/") : url.slice(0, end).replaceAll("\\", "/") + url.slice(end);
}

function setSearch(target: UrlParts, search: string | undefined, parseQueryString: boolean): void {
  if (search !== undefined) {
    target.search = search;
    const query = search.slice(1);
    target.query = parseQueryString ? querystring.parse(query) : query;
  } else if (parseQueryString) {
    target.query = Object.create(null) as Record<string, unknown>;
  }
}

/** Reads credentials, host and port; returns what follows them. */
function readHost(target: UrlParts, rest: string, url: string): string {
  const authorityEnd = rest.search(/[/?#]|$/);
  // Tabs and line breaks are of no account here.
  rest = rest.slice(0, authorityEnd).replace(/[\t\n\r]/g, "") + rest.slice(authorityEnd);
  const at = rest.lastIndexOf("@", rest.search(/[/?#]|$/));
  if (at !== -1) {
    target.auth = decodeURIComponent(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  const end = rest.search(kHostEnd);
  let host = end === -1 ? rest : rest.slice(0, end);
  rest = end === -1 ? "" : rest.slice(end);

  const port = /:(\d*)$/.exec(host);
  if (port !== null) {
    if (port[1] !== "") target.port = port[1]!;
    host = host.slice(0, port.index);
  }
  let after = "";
  const bracketed = host.startsWith("[") && host.endsWith("]");
  if (!bracketed) {
    const colon = host.indexOf(":");
    if (colon !== -1) {
      after = `/${host.slice(colon)}`;
      host = host.slice(0, colon);
    }
    if (/[[\]]/.test(host)) throw invalidUrl(url, undefined);
  }
  const hostname = host.length > kMaxHostname ? "" : bracketed ? host.toLowerCase() : asciiHost(host, url);
  target.host = target.port === null ? hostname : `${hostname}:${target.port}`;
  target.hostname = bracketed ? hostname.slice(1, -1) : hostname;
  if (bracketed && !rest.startsWith("/")) rest = `/${rest}`;
  return after + rest;
}

function asciiHost(host: string, url: string): string {
  const lower = host.toLowerCase();
  if (/^[\x00-\x7f]*$/.test(lower) && !lower.includes("xn--")) return lower;
  const ascii = binding.domainToASCII(lower);
  if (ascii === "") throw invalidUrl(url, undefined);
  return ascii;
}
