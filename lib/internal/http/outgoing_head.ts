/** From the headers of an outgoing message to the lines that are sent, and what they say about framing and the connection. */
import { ERR_INVALID_ARG_VALUE } from "../errors";
import { ERR_HTTP_INVALID_HEADER_VALUE, ERR_HTTP_TRAILER_INVALID } from "./errors";
import { headerName, type HeaderName, Kind } from "./header_names";
import { kAddChunked, kAddDate, kAddLength, kChunked, kConnectionClose, kKeepAlive, kKeepAliveLine } from "./text";

const kClose = /(?:^|\W)close(?:$|\W)/i;
const kChunkedValue = /(?:^|\W)chunked(?:$|\W)/i;

const kSeenConnection = 1 << Kind.Connection;
const kSeenLength = 1 << Kind.ContentLength;
const kSeenTransferEncoding = 1 << Kind.TransferEncoding;
const kSeenDate = 1 << Kind.Date;
const kSeenTrailer = 1 << Kind.Trailer;
export const kSeenExpect = 1 << Kind.Expect;

function toText(name: HeaderName, value: unknown): string {
  if (value === undefined) throw new ERR_HTTP_INVALID_HEADER_VALUE(value, name.prefix.slice(0, -2));
  return `${value as string}`;
}

/** The lines of one header: several when its value is an array, unless the values belong into one. */
export function headerLines(message: any, name: HeaderName, value: unknown): string {
  if (typeof value === "string") return name.line(value, message);
  if (!Array.isArray(value)) return name.line(toText(name, value), message);
  const unique = message._uniqueHeaders;
  if ((value.length >= 2 && name.kind === Kind.Cookie) || (unique !== undefined && unique.has(name.lower))) {
    return name.line(value.join("; "), message);
  }
  let lines = "";
  for (const one of value) lines += name.line(toText(name, one), message);
  return lines;
}

/** What a header that matters says. */
function note(message: any, kind: Kind, value: any): number {
  switch (kind) {
    case Kind.Connection:
      message._removedConnection = false;
      if (kClose.test(value)) message._last = true;
      else message.shouldKeepAlive = true;
      break;
    case Kind.TransferEncoding:
      message._removedTE = false;
      if (kChunkedValue.test(value)) message.chunkedEncoding = true;
      break;
    case Kind.ContentLength:
      message._contentLength = Number(value);
      message._removedContLen = false;
      break;
    case Kind.KeepAlive:
      message._defaultKeepAlive = false;
      break;
  }
  return 1 << kind;
}

function pairLines(headers: any[], add: (name: string, value: unknown) => void): void {
  if (headers.length > 0 && Array.isArray(headers[0])) {
    for (const [name, value] of headers) add(name, value);
    return;
  }
  if (headers.length % 2 !== 0) throw new ERR_INVALID_ARG_VALUE("headers", headers);
  for (let i = 0; i < headers.length; i += 2) add(headers[i], headers[i + 1]);
}

/**
 * Fixes the head of a message. `headers` is an object, an array of pairs, a flat array, or the message's own `_outHeaders`;
 * `bodyKnown` tells that the whole body follows at once (whoever sends it sends its length then). Returns the flags for C++, and
 * keeps the lines in `_block`.
 */
export function storeHead(message: any, headers: any, status: number, bodyKnown: boolean): number {
  let block = "";
  let seen = 0;
  if (headers !== undefined && headers !== null) {
    if (headers === message._outHeaders) {
      for (const key in headers) {
        const entry = headers[key];
        const name = headerName(entry[0]);
        block += headerLines(message, name, entry[1]);
        if (name.kind !== 0) seen |= note(message, name.kind, entry[1]);
      }
    } else if (Array.isArray(headers)) {
      pairLines(headers, (key, value) => {
        const name = headerName(key);
        block += headerLines(message, name, value);
        if (name.kind !== 0) seen |= note(message, name.kind, value);
      });
    } else {
      for (const key in headers) {
        if (!Object.hasOwn(headers, key)) continue;
        const value = headers[key];
        const name = headerName(key);
        block += typeof value === "string" ? name.line(value, message) : headerLines(message, name, value);
        if (name.kind !== 0) seen |= note(message, name.kind, value);
      }
    }
  }
  const flags = framing(message, seen, status, bodyKnown);
  message._block = block;
  message._seen = seen;
  return (message._flags = flags);
}

function framing(message: any, seen: number, status: number, bodyKnown: boolean): number {
  let flags = message.sendDate && (seen & kSeenDate) === 0 ? kAddDate : 0;
  // A message that has no body cannot be chunked: the connection tells its end.
  if (message.chunkedEncoding && (status === 204 || status === 304)) {
    message.chunkedEncoding = false;
    message.shouldKeepAlive = false;
  }
  if (message._removedConnection) {
    message._last = !message.shouldKeepAlive;
  } else if ((seen & kSeenConnection) === 0) {
    const keeps =
      message.shouldKeepAlive &&
      ((seen & kSeenLength) !== 0 || message.useChunkedEncodingByDefault || message.agent !== undefined);
    if (keeps && !message.maxRequestsOnConnectionReached) {
      flags |= message._defaultKeepAlive ? kKeepAlive | kKeepAliveLine : kKeepAlive;
    } else {
      if (!keeps) message._last = true;
      flags |= kConnectionClose;
    }
  }
  if ((seen & (kSeenLength | kSeenTransferEncoding)) === 0) {
    if (!message._hasBody) {
      message.chunkedEncoding = false;
    } else if (!message.useChunkedEncodingByDefault) {
      message._last = true;
    } else if ((seen & kSeenTrailer) === 0 && !message._removedContLen && bodyKnown) {
      flags |= kAddLength;
    } else if (!message._removedTE) {
      flags |= kAddChunked;
      message.chunkedEncoding = true;
    } else {
      message._last = true;
    }
  }
  if (!message.chunkedEncoding && (seen & kSeenTrailer) !== 0) throw new ERR_HTTP_TRAILER_INVALID();
  if (message.chunkedEncoding) flags |= kChunked;
  return flags;
}
