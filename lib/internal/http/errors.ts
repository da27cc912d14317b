/** The errors of `http`, and those of sockets that it shows. */
import { FastBuffer } from "../buffer/fast_buffer";
import { coded, describe } from "../errors";

export const ERR_HTTP_HEADERS_SENT = coded(
  Error,
  "ERR_HTTP_HEADERS_SENT",
  (action: string) => `Cannot ${action} headers after they are sent to the client`,
);
export const ERR_HTTP_INVALID_HEADER_VALUE = coded(
  TypeError,
  "ERR_HTTP_INVALID_HEADER_VALUE",
  (value: unknown, name: string) => `Invalid value "${value}" for header "${name}"`,
);
export const ERR_INVALID_CHAR = coded(TypeError, "ERR_INVALID_CHAR", (what: string, name?: string) =>
  name === undefined ? `Invalid character in ${what}` : `Invalid character in ${what} ["${name}"]`,
);
export const ERR_INVALID_HTTP_TOKEN = coded(
  TypeError,
  "ERR_INVALID_HTTP_TOKEN",
  (what: string, value: unknown) => `${what} must be a valid HTTP token ["${value}"]`,
);
export const ERR_HTTP_INVALID_STATUS_CODE = coded(
  RangeError,
  "ERR_HTTP_INVALID_STATUS_CODE",
  (code: unknown) => `Invalid status code: ${typeof code === "symbol" ? describe(code) : code}`,
);
export const ERR_HTTP_BODY_NOT_ALLOWED = coded(
  Error,
  "ERR_HTTP_BODY_NOT_ALLOWED",
  "Adding content for this request method or response status is not allowed.",
);
export const ERR_HTTP_CONTENT_LENGTH_MISMATCH = coded(
  Error,
  "ERR_HTTP_CONTENT_LENGTH_MISMATCH",
  (body: number, header: number) => `Response body's content-length of ${body} byte(s) does not match the content-length of ${header} byte(s) set in header`,
);
export const ERR_HTTP_TRAILER_INVALID = coded(
  Error,
  "ERR_HTTP_TRAILER_INVALID",
  "Trailers are invalid with this transfer encoding",
);
export const ERR_HTTP_REQUEST_TIMEOUT = coded(Error, "ERR_HTTP_REQUEST_TIMEOUT", "Request timeout");
export const ERR_HTTP_SOCKET_ASSIGNED = coded(
  Error,
  "ERR_HTTP_SOCKET_ASSIGNED",
  "ServerResponse has an already assigned socket",
);
export const ERR_HTTP_SOCKET_ENCODING = coded(
  Error,
  "ERR_HTTP_SOCKET_ENCODING",
  "Changing the socket encoding is not allowed per RFC7230 Section 3.",
);
export { ERR_STREAM_DESTROYED, ERR_STREAM_WRITE_AFTER_END } from "../streams/errors";
export const ERR_STREAM_ALREADY_FINISHED = coded(
  Error,
  "ERR_STREAM_ALREADY_FINISHED",
  (method: string) => `Cannot call ${method} after a stream was finished`,
);
export const ERR_STREAM_CANNOT_PIPE = coded(Error, "ERR_STREAM_CANNOT_PIPE", "Cannot pipe, not readable");
export const ERR_STREAM_NULL_VALUES = coded(TypeError, "ERR_STREAM_NULL_VALUES", "May not write null values to stream");
export const ERR_INVALID_PROTOCOL = coded(
  TypeError,
  "ERR_INVALID_PROTOCOL",
  (got: string, expected: string) => `Protocol "${got}" not supported. Expected "${expected}"`,
);
export const ERR_UNESCAPED_CHARACTERS = coded(
  TypeError,
  "ERR_UNESCAPED_CHARACTERS",
  (what: string) => `${what} contains unescaped characters`,
);

/** `socket hang up`, `aborted`: the other side went away. */
export function connectionReset(message: string): Error & { code: string } {
  const error = new Error(message) as Error & { code: string };
  error.code = "ECONNRESET";
  return error;
}

/** What the parser found wrong, with the bytes that it was given: `rawPacket`, read up to `bytesParsed`. */
export function parseError(
  code: string,
  reason: string,
  bytesParsed: number,
  buffer: ArrayBuffer,
  offset: number,
  length: number,
): any {
  const error: any = new Error(`Parse Error${reason ? `: ${reason}` : ""}`);
  error.code = code;
  error.bytesParsed = bytesParsed;
  error.reason = reason;
  error.rawPacket = new FastBuffer(buffer, offset, length);
  return error;
}
