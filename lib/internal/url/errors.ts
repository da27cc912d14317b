/** Errors of URLs and of paths made from them. */
import { coded, type CodedError } from "../errors";
import type { URL } from "./url";

export const ERR_INVALID_TUPLE = coded(
  TypeError,
  "ERR_INVALID_TUPLE",
  (value: string, expected: string) => `${value} must be an iterable ${expected} tuple`,
);
export { ERR_ARG_NOT_ITERABLE } from "../errors";
export const ERR_INVALID_URL_SCHEME = coded(
  TypeError,
  "ERR_INVALID_URL_SCHEME",
  (scheme: string) => `The URL must be of scheme ${scheme}`,
);
export const ERR_INVALID_FILE_URL_HOST = coded(
  TypeError,
  "ERR_INVALID_FILE_URL_HOST",
  (platform: string) => `File URL host must be "localhost" or empty on ${platform}`,
);
const InvalidFileUrlPath = coded(
  TypeError,
  "ERR_INVALID_FILE_URL_PATH",
  (reason: string) => `File URL path ${reason}`,
);

/** The error of a file URL that names no path of this system; its `input` is the URL. */
export function invalidFileUrlPath(reason: string, input: URL): CodedError {
  return Object.assign(new InvalidFileUrlPath(reason), { input });
}

/** The error of a text that is no URL: `code`, `input`, and `base` when one was given. */
export function invalidUrl(input: string, base: string | undefined): CodedError {
  const error = new TypeError("Invalid URL") as unknown as CodedError & { input: string; base?: string };
  const Capturing = Error as unknown as { captureStackTrace?(target: object, below: unknown): void };
  Capturing.captureStackTrace?.(error, invalidUrl);
  error.code = "ERR_INVALID_URL";
  error.input = input.toWellFormed();
  if (base !== undefined) error.base = base;
  return error;
}
