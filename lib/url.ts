/** `node:url`: the WHATWG URL, and the older interface that came before it. */
import binding from "binding:url";
import { loadInternal } from "./internal/builtins";
import { ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS } from "./internal/errors";
import { fileURLToPath, fileURLToPathBuffer, pathToFileURL } from "./internal/url/file";
import { urlToHttpOptions } from "./internal/url/http_options";
import { URLSearchParams } from "./internal/url/search_params";
import { isUrlObject, URL } from "./internal/url/url";
import { validateObject } from "./internal/validators";

type Legacy = typeof import("./internal/deps/legacy_url");
/** The older interface, loaded when a program first uses it. */
function legacy(): Legacy {
  return loadInternal("internal/deps/legacy_url") as Legacy;
}

/** Options of `format` for a WHATWG URL; `auth`, `fragment` and `search` are true by default. */
export interface URLFormatOptions {
  auth?: boolean;
  fragment?: boolean;
  search?: boolean;
  /** Show the host's own letters instead of their ASCII form. */
  unicode?: boolean;
}

function formatURL(url: URL, options: URLFormatOptions | null | undefined): string {
  if (options === undefined || options === null) return url.href;
  validateObject(options, "options");
  const shown = (value: boolean | undefined): boolean => value === undefined || Boolean(value);
  const copy = new URL(url.href);
  if (options.fragment !== undefined && !options.fragment) copy.hash = "";
  if (!shown(options.search)) copy.search = "";
  if (!shown(options.auth)) {
    copy.username = "";
    copy.password = "";
  }
  if (!options.unicode || copy.hostname === "") return copy.href;
  const host = binding.domainToUnicode(copy.hostname);
  const start = copy.href.indexOf(copy.hostname, copy.href.indexOf("@") + 1 || copy.protocol.length);
  return host === "" ? copy.href : copy.href.slice(0, start) + host + copy.href.slice(start + copy.hostname.length);
}

/** A URL as text: a WHATWG URL with options, or the parts that `url.parse` gives. */
function format(urlObject: unknown, options?: URLFormatOptions | null): string {
  if (typeof urlObject === "string") return legacy().parse(urlObject).format();
  if (typeof urlObject !== "object" || urlObject === null) {
    throw new ERR_INVALID_ARG_TYPE("urlObject", ["Object", "string"], urlObject);
  }
  return isUrlObject(urlObject) ? formatURL(urlObject, options) : legacy().format(urlObject);
}

/** Takes a URL apart in the older, forgiving way. */
function parse(url: string, parseQueryString?: boolean, slashesDenoteHost?: boolean): unknown {
  return legacy().parse(url, parseQueryString, slashesDenoteHost);
}

/** What a link in `source` leads to. */
function resolve(source: string, relative: string): string {
  return legacy().resolve(source, relative);
}

/** The same, taken apart. */
function resolveObject(source: string, relative: string): unknown {
  return legacy().resolveObject(source, relative);
}

/** The ASCII form of a domain name (Punycode); empty when it is none. */
function domainToASCII(domain: string): string {
  if (arguments.length < 1) throw new ERR_MISSING_ARGS("domain");
  return binding.domainToASCII(`${domain}`);
}

/** A domain name in its own letters; empty when it is none. */
function domainToUnicode(domain: string): string {
  if (arguments.length < 1) throw new ERR_MISSING_ARGS("domain");
  return binding.domainToUnicode(`${domain}`);
}

const url = {
  Url: undefined as unknown as Legacy["Url"],
  parse, resolve, resolveObject, format, URL, URLSearchParams, domainToASCII, domainToUnicode, pathToFileURL,
  fileURLToPath, fileURLToPathBuffer, urlToHttpOptions,
};
Object.defineProperty(url, "Url", {
  configurable: true,
  enumerable: true,
  get: () => legacy().Url,
  set(value: unknown) {
    Object.defineProperty(url, "Url", { configurable: true, enumerable: true, writable: true, value });
  },
});

export { URL, URLSearchParams };
export default url;
