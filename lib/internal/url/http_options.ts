/** `url.urlToHttpOptions`. */

/** What `http.request` takes from a URL. */
export interface HttpOptions {
  protocol?: string;
  hostname?: string;
  hash?: string;
  search?: string;
  pathname?: string;
  path?: string;
  href?: string;
  port?: number;
  auth?: string;
}

/** A WHATWG URL as options of `http.request`; the URL's own further properties come along. */
export function urlToHttpOptions(url: URL): HttpOptions {
  const { hostname, pathname, port, username, password, search } = url;
  const options: HttpOptions = {
    // @ts-expect-error: without a prototype, so that nothing is inherited as an option
    __proto__: null,
    ...url,
    protocol: url.protocol,
    hostname: hostname?.startsWith("[") ? hostname.slice(1, -1) : hostname,
    hash: url.hash,
    search,
    pathname,
    path: `${pathname || ""}${search || ""}`,
    href: url.href,
  };
  if (port !== "") options.port = Number(port);
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

interface URL {
  protocol: string;
  hostname: string;
  hash: string;
  search: string;
  pathname: string;
  href: string;
  port: string;
  username: string;
  password: string;
}
