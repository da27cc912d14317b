/** `headers`, `headersDistinct` and `rawHeaders`, made from the head when somebody asks. */
import http from "binding:http";

export type Headers = Record<string, string | string[] | undefined>;

/** Of these a second one is dropped. */
const kOnce = new Set([
  "age", "authorization", "content-length", "content-type", "etag", "expires", "from", "host", "if-modified-since",
  "if-unmodified-since", "last-modified", "location", "max-forwards", "proxy-authorization", "referer", "retry-after",
  "server", "user-agent",
]);

function addAgain(headers: any, name: string, value: string, join: boolean): void {
  if (name === "set-cookie") headers[name].push(value);
  else if (name === "cookie") headers[name] += "; " + value;
  else if (join || !kOnce.has(name)) headers[name] += ", " + value;
}

/** An object of lower-case names, from [name, value, name, value ...] with names in lower case. */
export function joinHeaders(pairs: readonly string[], joinDuplicates: boolean): Headers {
  const headers: any = {};
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i]!;
    const value = pairs[i + 1]!;
    if (name === "__proto__") {
      Object.defineProperty(headers, name, { value, writable: true, enumerable: true, configurable: true });
    } else if (headers[name] === undefined || !Object.hasOwn(headers, name)) {
      headers[name] = name === "set-cookie" ? [value] : value;
    } else {
      addAgain(headers, name, value, joinDuplicates);
    }
  }
  return headers;
}

/** The same from a head whose names come once, and came in this order before; undefined for any other. */
export function usualHeaders(head: string): Headers | undefined {
  return http.headersOf(head);
}

/** The same with all values of a name in an array, and without a prototype. */
export function distinctHeaders(pairs: readonly string[]): Record<string, string[]> {
  const headers: any = { __proto__: null };
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i]!;
    const existing = headers[name];
    if (existing === undefined) headers[name] = [pairs[i + 1]!];
    else existing.push(pairs[i + 1]!);
  }
  return headers;
}

/** [name, value ...] of a head as the parser gives it; names as they were written, or in lower case. */
export function splitHead(head: string, lower: boolean): string[] {
  return head === "" ? [] : http.splitHead(head, lower);
}

/** One more header for an existing object. */
function addHeaderLine(headers: any, name: string, value: string, joinDuplicates: boolean): void {
  const lower = name.toLowerCase();
  if (headers[lower] === undefined) headers[lower] = lower === "set-cookie" ? [value] : value;
  else addAgain(headers, lower, value, joinDuplicates);
}

/** The methods by which programs add headers to a message. */
export function installAddHeaderLine(proto: any): void {
  proto._addHeaderLine = function _addHeaderLine(name: string, value: string, destination: any): void {
    addHeaderLine(destination, name, value, this.joinDuplicateHeaders === true);
  };
  proto._addHeaderLineDistinct = function _addHeaderLineDistinct(name: string, value: string, destination: any): void {
    (destination[name.toLowerCase()] ??= []).push(value);
  };
  proto._addHeaderLines = function _addHeaderLines(pairs: string[], count: number): void {
    for (let i = 0; i < count; i += 2) this._addHeaderLine(pairs[i], pairs[i + 1], this.headers);
  };
}
