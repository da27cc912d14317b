/** `URL`, as the WHATWG URL standard has it. The parser is native (ada); a URL is its text and where its parts begin. */
import binding from "binding:url";
import { ERR_INVALID_THIS, ERR_MISSING_ARGS, ERR_METHOD_NOT_IMPLEMENTED } from "../errors";
import { invalidUrl } from "./errors";
import { ownedParams, resetParams, type URLSearchParams } from "./search_params";
import type { Inspect, InspectContext } from "./search_params_iterator";

const kInspect = Symbol.for("nodejs.util.inspect.custom");

// What bindings/url.cc writes after each parse: offsets into the text, the port's number, kNone for what is not there.
const parts = new Uint32Array(8);
const kNone = 0xffffffff;
const kFileParts = [5, 7, 7, 7, kNone, 7, kNone, kNone];

/** The parts that can be set, numbered as in bindings/url.cc. */
const enum Part {
  Protocol, Username, Password, Host, Hostname, Port, Pathname, Search, Hash,
}

// Given to the constructor as input: the base is the finished text, and `parts` is filled in.
const kFinished = Symbol("finished") as unknown as string;

/** Makes the URL of a file from its finished text, `file:///` and an absolute path with all that needs it escaped. */
export let fileUrlFromHref: (href: string) => URL;
/** Is it a URL made by this class? */
export let isUrlObject: (value: unknown) => value is URL;

// The class does not name itself in its body: it would be bundled under another name, and stacks would show that.
let setQuery: (url: URL, query: string) => void;
function check(value: unknown): void {
  if (!isUrlObject(value)) throw new ERR_INVALID_THIS("URL");
}
function make(href: string): URL {
  return new URL(kFinished, href);
}
function parse(input: string, base: string | undefined): URL | null {
  const href = binding.parse(input, base, parts);
  return href === undefined ? null : make(href);
}

/** What the search parameters of a URL tell of changes. */
class Owner {
  readonly url: URL;
  constructor(url: URL) {
    this.url = url;
  }
  queryChanged(query: string): void {
    setQuery(this.url, query);
  }
}

/** A URL in its normal form. */
export class URL {
  #href: string;
  #protocolEnd: number;
  #usernameEnd: number;
  #hostStart: number;
  #hostEnd: number;
  #port: number;
  #pathnameStart: number;
  #searchStart: number;
  #hashStart: number;
  #params: URLSearchParams | undefined;

  /** Reads `input`, relative to `base` where one is given; throws ERR_INVALID_URL. */
  constructor(input: string | URL, base: string | URL | undefined = undefined) {
    let href: string | undefined;
    if (input === kFinished) {
      href = base as string;
    } else {
      if (arguments.length === 0) throw new ERR_MISSING_ARGS("url");
      const text = typeof input === "string" ? input : `${input}`;
      const baseText = base === undefined ? undefined : `${base}`;
      href = binding.parse(text, baseText, parts);
      if (href === undefined) throw invalidUrl(text, baseText);
    }
    this.#href = href;
    this.#protocolEnd = parts[0]!;
    this.#usernameEnd = parts[1]!;
    this.#hostStart = parts[2]!;
    this.#hostEnd = parts[3]!;
    this.#port = parts[4]!;
    this.#pathnameStart = parts[5]!;
    this.#searchStart = parts[6]!;
    this.#hashStart = parts[7]!;
    this.#params = undefined;
  }

  static {
    isUrlObject = (value): value is URL => typeof value === "object" && value !== null && #href in value;
    fileUrlFromHref = (href) => {
      parts.set(kFileParts);
      return make(href);
    };
    setQuery = (url, query) => url.#update(Part.Search, query);
  }

  /** The URL of `input`, or null when it is none. */
  static parse(input: string | URL, base: string | URL | undefined = undefined): URL | null {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("url");
    return parse(`${input}`, base === undefined ? undefined : `${base}`);
  }

  /** Is `input` a URL? */
  static canParse(input: string | URL, base: string | URL | undefined = undefined): boolean {
    if (arguments.length === 0) throw new ERR_MISSING_ARGS("url");
    return binding.canParse(`${input}`, base === undefined ? undefined : `${base}`);
  }

  /** Object URLs name Blobs in a store that this runtime does not have: always throws. */
  static createObjectURL(_blob: unknown): string {
    throw new ERR_METHOD_NOT_IMPLEMENTED("URL.createObjectURL()");
  }

  /** No object URL exists, so there is nothing to take back: always throws. */
  static revokeObjectURL(_url: string): void {
    throw new ERR_METHOD_NOT_IMPLEMENTED("URL.revokeObjectURL()");
  }

  #accept(href: string): void {
    this.#href = href;
    this.#protocolEnd = parts[0]!;
    this.#usernameEnd = parts[1]!;
    this.#hostStart = parts[2]!;
    this.#hostEnd = parts[3]!;
    this.#port = parts[4]!;
    this.#pathnameStart = parts[5]!;
    this.#searchStart = parts[6]!;
    this.#hashStart = parts[7]!;
  }

  #update(part: Part, value: unknown): void {
    const href = binding.update(this.#href, part, `${value as string}`, parts);
    if (href !== undefined) this.#accept(href);
  }

  toString(): string {
    check(this);
    return this.#href;
  }

  get href(): string {
    check(this);
    return this.#href;
  }
  set href(value: string) {
    check(this);
    const text = `${value}`;
    const href = binding.parse(text, undefined, parts);
    if (href === undefined) throw invalidUrl(text, undefined);
    this.#accept(href);
    if (this.#params !== undefined) resetParams(this.#params, this.search);
  }

  /** Scheme, host and port of http, https, ws, wss and ftp URLs, and of what a blob URL holds; else "null". */
  get origin(): string {
    check(this);
    const protocol = this.protocol;
    switch (protocol) {
      case "http:":
      case "https:":
      case "ws:":
      case "wss:":
      case "ftp:":
        return `${protocol}//${this.host}`;
      case "blob:": {
        const inner = parse(this.pathname, undefined);
        return inner !== null && (inner.protocol === "http:" || inner.protocol === "https:") ? inner.origin : "null";
      }
      default:
        return "null";
    }
  }

  get protocol(): string {
    check(this);
    return this.#href.slice(0, this.#protocolEnd);
  }
  set protocol(value: string) {
    check(this);
    this.#update(Part.Protocol, value);
  }

  get username(): string {
    check(this);
    const start = this.#protocolEnd + 2;
    return start < this.#usernameEnd ? this.#href.slice(start, this.#usernameEnd) : "";
  }
  set username(value: string) {
    check(this);
    this.#update(Part.Username, value);
  }

  get password(): string {
    check(this);
    return this.#hostStart > this.#usernameEnd ? this.#href.slice(this.#usernameEnd + 1, this.#hostStart) : "";
  }
  set password(value: string) {
    check(this);
    this.#update(Part.Password, value);
  }

  #hostBegin(): number {
    // Behind the @ that ends the credentials, where there are any.
    return this.#hostStart + (this.#href.charCodeAt(this.#hostStart) === 64 ? 1 : 0);
  }

  get host(): string {
    check(this);
    return this.#href.slice(this.#hostBegin(), this.#port === kNone ? this.#hostEnd : this.#pathnameStart);
  }
  set host(value: string) {
    check(this);
    this.#update(Part.Host, value);
  }

  get hostname(): string {
    check(this);
    return this.#href.slice(this.#hostBegin(), this.#hostEnd);
  }
  set hostname(value: string) {
    check(this);
    this.#update(Part.Hostname, value);
  }

  get port(): string {
    check(this);
    return this.#port === kNone ? "" : `${this.#port}`;
  }
  set port(value: string) {
    check(this);
    this.#update(Part.Port, value);
  }

  get pathname(): string {
    check(this);
    const end = this.#searchStart !== kNone ? this.#searchStart : this.#hashStart;
    return end === kNone ? this.#href.slice(this.#pathnameStart) : this.#href.slice(this.#pathnameStart, end);
  }
  set pathname(value: string) {
    check(this);
    this.#update(Part.Pathname, value);
  }

  get search(): string {
    check(this);
    if (this.#searchStart === kNone) return "";
    const end = this.#hashStart === kNone ? this.#href.length : this.#hashStart;
    return end - this.#searchStart <= 1 ? "" : this.#href.slice(this.#searchStart, end);
  }
  set search(value: string) {
    check(this);
    this.#update(Part.Search, value);
    if (this.#params !== undefined) resetParams(this.#params, this.search);
  }

  /** The query, read; what changes in it changes this URL. */
  get searchParams(): URLSearchParams {
    check(this);
    return (this.#params ??= ownedParams(this.search, new Owner(this)));
  }

  get hash(): string {
    check(this);
    return this.#hashStart === kNone || this.#hashStart + 1 === this.#href.length ? "" : this.#href.slice(this.#hashStart);
  }
  set hash(value: string) {
    check(this);
    this.#update(Part.Hash, value);
  }

  toJSON(): string {
    check(this);
    return this.#href;
  }

  [kInspect](depth: number, options: InspectContext, inspect: Inspect): unknown {
    check(this);
    if (typeof depth === "number" && depth < 0) return this;
    const constructor: { name: string } = this.constructor ?? { name: "URL" };
    const shown = Object.create({ constructor }) as Record<string, unknown>;
    for (const name of kShown) shown[name] = this[name];
    return `${constructor.name} ${inspect(shown, options)}`;
  }
}

const kShown = [
  "href", "origin", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "searchParams",
  "hash",
] as const;

for (const name of [...kShown, "toString", "toJSON"] as const) {
  Object.defineProperty(URL.prototype, name, { enumerable: true });
}
for (const name of ["parse", "canParse", "createObjectURL", "revokeObjectURL"] as const) {
  Object.defineProperty(URL, name, { enumerable: true });
}
Object.defineProperty(URL.prototype, Symbol.toStringTag, { configurable: true, value: "URL" });
