/** The header methods of outgoing messages: what may be set, read and removed until the head is sent. */
import { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "../errors";
import { ERR_HTTP_HEADERS_SENT } from "./errors";
import { checkValue, headerName, validateName } from "./header_names";

type Value = number | string | readonly string[];
/** By lower-case name: [name as it was given, value]. */
type Table = Record<string, [string, any]>;

/** Makes an object that inherits nothing; V8 would make one of `{ __proto__: null }` a hash table, which is slow to list. */
const EmptyTable = function () {} as unknown as new () => Table;
EmptyTable.prototype = Object.create(null);

function table(message: any): Table {
  return (message._outHeaders ??= new EmptyTable());
}
function ownTable(message: any): Table {
  return message._outHeaders ?? {};
}

export function installHeaderMethods(proto: any): void {
  proto.setHeader = function setHeader(name: string, value: Value) {
    if (this._block !== null) throw new ERR_HTTP_HEADERS_SENT("set");
    const entry = headerName(name);
    if (typeof value === "string") entry.line(value, this);
    else checkValue(name, value, this);
    table(this)[entry.lower] = [name, value];
    return this;
  };

  proto.setHeaders = function setHeaders(headers: any) {
    if (this._block !== null) throw new ERR_HTTP_HEADERS_SENT("set");
    if (
      !headers ||
      Array.isArray(headers) ||
      typeof headers.keys !== "function" ||
      typeof headers.get !== "function"
    ) {
      throw new ERR_INVALID_ARG_TYPE("headers", ["Headers", "Map"], headers);
    }
    // A Headers object lists each cookie on its own.
    const cookies: unknown[] = [];
    for (const [name, value] of headers) {
      if (name === "set-cookie") cookies.push(...(Array.isArray(value) ? value : [value]));
      else this.setHeader(name, value);
    }
    if (cookies.length > 0) this.setHeader("set-cookie", cookies);
    return this;
  };

  proto.appendHeader = function appendHeader(name: string, value: string | readonly string[]) {
    if (this._block !== null) throw new ERR_HTTP_HEADERS_SENT("append");
    const entry = headerName(name);
    checkValue(name, value, this);
    const headers = table(this);
    const existing = headers[entry.lower];
    if (existing === undefined) {
      headers[entry.lower] = [name, Array.isArray(value) ? [...value] : value];
    } else {
      if (!Array.isArray(existing[1])) existing[1] = [existing[1]];
      if (Array.isArray(value)) existing[1].push(...value);
      else existing[1].push(value);
    }
    return this;
  };

  proto.getHeader = function getHeader(name: string): Value | undefined {
    validateName(name);
    if (this._outHeaders === null) return undefined;
    return this._outHeaders[name.toLowerCase()]?.[1];
  };
  proto.getHeaderNames = function getHeaderNames(): string[] {
    return Object.keys(ownTable(this));
  };
  proto.getRawHeaderNames = function getRawHeaderNames(): string[] {
    return Object.values(ownTable(this)).map((entry) => entry[0]);
  };
  proto.getHeaders = function getHeaders(): Record<string, Value> {
    const copy: any = { __proto__: null };
    const headers = ownTable(this);
    for (const name in headers) copy[name] = headers[name]![1];
    return copy;
  };
  proto.hasHeader = function hasHeader(name: string): boolean {
    validateName(name);
    return this._outHeaders !== null && this._outHeaders[name.toLowerCase()] !== undefined;
  };

  proto.removeHeader = function removeHeader(name: string): void {
    validateName(name);
    if (this._block !== null) throw new ERR_HTTP_HEADERS_SENT("remove");
    const lower = name.toLowerCase();
    if (lower === "connection") this._removedConnection = true;
    else if (lower === "content-length") this._removedContLen = true;
    else if (lower === "transfer-encoding") this._removedTE = true;
    else if (lower === "date") this.sendDate = false;
    if (this._outHeaders !== null) delete this._outHeaders[lower];
  };

  proto.addTrailers = function addTrailers(headers: Record<string, string> | readonly [string, string][]): void {
    this._trailer = "";
    const list = Array.isArray(headers) ? headers : Object.keys(headers).map((name) => [name, (headers as any)[name]]);
    for (const pair of list) {
      if (!Array.isArray(pair)) throw new ERR_INVALID_ARG_VALUE("headers", headers);
      const name = headerName(pair[0], "Trailer name");
      const values = Array.isArray(pair[1]) ? pair[1] : [pair[1]];
      for (const value of values) this._trailer += name.line(`${value}`, this);
    }
  };
}
