/**
 * Names and values of header lines: checked, and made into lines. A name that was seen before is looked up instead of checked,
 * and the line of its last value is kept: most programs send the same few.
 */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { ERR_HTTP_INVALID_HEADER_VALUE, ERR_INVALID_CHAR, ERR_INVALID_HTTP_TOKEN } from "./errors";

const kToken = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
const kForbidden = /[^\t\x20-\x7e\x80-\xff]/;
/** What may stand in no value, not even with httpValidation: "relaxed". */
const kNever = /[\0\r\n]|[^\0-\xff]/;
/** Whether a value that has a forbidden character cannot be sent in `message` either. */
function isNever(value: string, message: any): boolean {
  return message?._lenient !== true || kNever.test(value);
}

/** Lines that decide about the framing or the connection. */
export const enum Kind {
  Other,
  Connection,
  ContentLength,
  TransferEncoding,
  Date,
  Expect,
  Trailer,
  KeepAlive,
  Cookie,
}

const kKinds: Record<string, Kind> = {
  connection: Kind.Connection,
  "content-length": Kind.ContentLength,
  "transfer-encoding": Kind.TransferEncoding,
  date: Kind.Date,
  expect: Kind.Expect,
  trailer: Kind.Trailer,
  "keep-alive": Kind.KeepAlive,
  cookie: Kind.Cookie,
};

export class HeaderName {
  readonly lower: string;
  readonly kind: Kind;
  readonly prefix: string;
  value: string | undefined = undefined;
  text = "";
  constructor(name: string) {
    this.lower = name.toLowerCase();
    this.kind = Object.hasOwn(kKinds, this.lower) ? kKinds[this.lower]! : Kind.Other;
    this.prefix = `${name}: `;
  }
  /** `Name: value\r\n` of `message`, for a value that is checked here. */
  line(value: string, message: any): string {
    if (value === this.value) return this.text;
    if (kForbidden.test(value)) {
      if (isNever(value, message)) throw new ERR_INVALID_CHAR("header content", this.prefix.slice(0, -2));
      return this.prefix + value + "\r\n";
    }
    const text = this.prefix + value + "\r\n";
    if (value.length <= 128) {
      this.value = value;
      this.text = text;
    }
    return text;
  }
}

const kMaxKnown = 1000;
const known = new Map<string, HeaderName>();

/** The entry of a name; throws when it is not a token. */
export function headerName(name: string, what = "Header name"): HeaderName {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (typeof name !== "string" || !kToken.test(name)) throw new ERR_INVALID_HTTP_TOKEN(what, name);
  const entry = new HeaderName(name);
  if (known.size < kMaxKnown) known.set(name, entry);
  return entry;
}

/** Whether a text is a token of HTTP: a method, a header name. */
export function isToken(text: unknown): boolean {
  return typeof text === "string" && kToken.test(text);
}
/** Whether a text holds a character that no header line may. */
export function hasForbiddenChar(text: string): boolean {
  return kForbidden.test(text);
}

/** `http.validateHeaderName` */
export function validateHeaderName(name: unknown, label?: string): asserts name is string {
  if (typeof name !== "string" || !kToken.test(name)) throw new ERR_INVALID_HTTP_TOKEN(label || "Header name", name);
}
/** `http.validateHeaderValue` */
export function validateHeaderValue(name: string, value: unknown): void {
  checkValue(name, value, undefined);
}
/** The same for a header of `message`, which may be less strict. */
export function checkValue(name: string, value: unknown, message: any): void {
  if (value === undefined) throw new ERR_HTTP_INVALID_HEADER_VALUE(value, name);
  if (Array.isArray(value)) {
    for (const one of value) checkValue(name, one, message);
    return;
  }
  if (kForbidden.test(value as string) && isNever(`${value as string}`, message)) throw new ERR_INVALID_CHAR("header content", name);
}
/** Throws unless `name` can be the name that a method such as `getHeader` is given. */
export function validateName(name: unknown): asserts name is string {
  if (typeof name !== "string") throw new ERR_INVALID_ARG_TYPE("name", "string", name);
}
