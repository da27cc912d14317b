/**
 * `url.parse` and its kin. How one URL is resolved against another is the npm package `url`; reading and writing are our
 * own, since the package differs from Node there: in hosts, in queries, and in its errors.
 */
// @ts-expect-error: the package has no types
import npmUrl from "url/url.js";
import { formatParts } from "../url/legacy_format";
import { parseInto, type UrlParts } from "../url/legacy_parse";
import { isUrlObject } from "../url/url";

/** The older URL object. */
export interface Url extends UrlParts {
  parse(url: string, parseQueryString?: boolean, slashesDenoteHost?: boolean): this;
  resolve(relative: string): string;
  resolveObject(relative: string | Url): Url;
  parseHost(): void;
}

const LegacyUrl = (npmUrl as { Url: new () => Url }).Url;
Object.defineProperty(LegacyUrl, "name", { configurable: true, value: "Url" });
const prototype = LegacyUrl.prototype as Url;

prototype.parse = function parse(this: Url, url, parseQueryString = false, slashesDenoteHost = false) {
  parseInto(this, url, Boolean(parseQueryString), Boolean(slashesDenoteHost));
  return this;
};
prototype.format = function format(this: Url) {
  return formatParts(this);
};

const npmResolveObject = prototype.resolveObject;
const kStandIns = ["gopher:", "ftp:", "https:", "http:"];
prototype.resolveObject = function resolveObject(this: Url, relative: string | Url): Url {
  const target = parse(relative, false, true);
  // The package knows no WebSocket URLs; they resolve as those of any other scheme with two slashes.
  const sockets = [...new Set([this.protocol, target.protocol])].filter((p) => p === "ws:" || p === "wss:") as string[];
  if (sockets.length === 0) return npmResolveObject.call(this, target);
  const free = kStandIns.filter((protocol) => protocol !== this.protocol && protocol !== target.protocol);
  const standIn = (url: Url): Url => {
    const at = sockets.indexOf(url.protocol ?? "");
    return at === -1 ? url : Object.assign(new LegacyUrl(), url, { protocol: free[at] });
  };
  const result = npmResolveObject.call(standIn(this), standIn(target));
  const at = free.indexOf(result.protocol ?? "");
  if (at !== -1 && at < sockets.length) result.protocol = sockets[at]!;
  result.href = result.format();
  return result;
};

export { LegacyUrl as Url };

/** Reads a URL in the older, forgiving way. */
export function parse(url: string | Url, parseQueryString?: boolean, slashesDenoteHost?: boolean): Url {
  return url instanceof LegacyUrl ? url : new LegacyUrl().parse(url as string, parseQueryString, slashesDenoteHost);
}

/** Writes the parts of a URL. */
export function format(urlObject: object): string {
  if (isUrlObject(urlObject)) return urlObject.href;
  return formatParts(urlObject);
}

/** What `relative` means within `source`. */
export function resolve(source: string, relative: string): string {
  return parse(source, false, true).resolve(relative);
}

/** The same, taken apart. */
export function resolveObject(source: string | Url, relative: string | Url): string | Url {
  return source ? parse(source, false, true).resolveObject(relative) : relative;
}
