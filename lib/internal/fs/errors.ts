/** Error classes of the file system, and how an operation that was stopped by a signal is reported. */
import { AbortError, coded, type CodedError } from "../errors";

export const ERR_FS_FILE_TOO_LARGE = coded(
  RangeError,
  "ERR_FS_FILE_TOO_LARGE",
  (size: number | bigint) => `File size (${size}) is greater than 2 GiB`,
);
export const ERR_DIR_CLOSED = coded(Error, "ERR_DIR_CLOSED", "Directory handle was closed");
export const ERR_DIR_CONCURRENT_OPERATION = coded(
  Error,
  "ERR_DIR_CONCURRENT_OPERATION",
  "Cannot do synchronous work on directory handle with concurrent asynchronous operations",
);
export { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM } from "../errors";

/** What the error of a failed system operation carries. */
export interface SystemErrorInfo {
  code: string;
  message: string;
  syscall: string;
  errno: number;
  path?: string;
  dest?: string;
}

/** An error of rm and cp with a system error's facts in `info`: `Path is a directory: rm returned EISDIR (...) x`. */
export function systemError(key: string, prefix: string, info: SystemErrorInfo): CodedError {
  let message = `${prefix}: ${info.syscall} returned ${info.code} (${info.message})`;
  if (info.path !== undefined) message += ` ${info.path}`;
  if (info.dest !== undefined) message += ` => ${info.dest}`;
  const error = new Error(message) as CodedError;
  Object.defineProperty(error, "name", { value: "SystemError", configurable: true, writable: true });
  error.code = key;
  Object.assign(error, { info, errno: info.errno, syscall: info.syscall });
  if (info.path !== undefined) (error as { path?: string }).path = info.path;
  if (info.dest !== undefined) (error as { dest?: string }).dest = info.dest;
  return error;
}

/** The AbortError of an operation that `signal` stopped. */
export function abortedBy(signal: AbortSignal): AbortError {
  return new AbortError(undefined, { cause: signal.reason });
}
