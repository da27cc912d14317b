/** `url.format` for the parts that `url.parse` gives. */
import querystring from "../../querystring";
import { isSlashed, type UrlParts } from "./legacy_parse";

/** Puts a URL together. Parts may be missing; `host` wins over `hostname` and `port`, `search` over `query`. */
export function formatParts(parts: Partial<Omit<UrlParts, "format">>): string {
  let auth = parts.auth || "";
  if (auth) auth = `${encodeURIComponent(auth).replaceAll("%3A", ":")}@`;
  let protocol = parts.protocol || "";
  if (protocol && !protocol.endsWith(":")) protocol += ":";
  let pathname = parts.pathname || "";
  let hash = parts.hash || "";

  let host = "";
  if (parts.host) {
    host = auth + parts.host;
  } else if (parts.hostname) {
    const { hostname } = parts;
    host = auth + (hostname.includes(":") && !/^\[.*\]$/s.test(hostname) ? `[${hostname}]` : hostname);
    if (parts.port) host += `:${parts.port}`;
  }

  const query = parts.query !== null && typeof parts.query === "object" ? querystring.stringify(parts.query) : "";
  let search = parts.search || (query && `?${query}`) || "";

  pathname = pathname.replaceAll("#", "%23").replaceAll("?", "%3F");
  if (parts.slashes || isSlashed(protocol)) {
    if (parts.slashes || host) {
      if (pathname && !pathname.startsWith("/")) pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (protocol === "file:") {
      host = "//";
    }
  }
  search = search.replaceAll("#", "%23");
  if (hash && !hash.startsWith("#")) hash = `#${hash}`;
  if (search && !search.startsWith("?")) search = `?${search}`;
  return protocol + host + pathname + search + hash;
}
