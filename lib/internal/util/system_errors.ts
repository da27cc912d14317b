/** System errors by number, and the exceptions that are made from them. */
import uv from "binding:uv";
import { ERR_OUT_OF_RANGE } from "../errors";
import { validateInt32, validateNumber } from "../validators";

let map: Map<number, [string, string]> | undefined;

/** `util.getSystemErrorMap()`: number to [name, message], of every error that libuv knows. */
export function getSystemErrorMap(): Map<number, [string, string]> {
  map ??= new Map(
    (uv.errmap() as [number, string, string][]).map(([code, name, message]) => [code, [name, message]]),
  );
  return map;
}

function checkNumber(err: unknown): asserts err is number {
  validateNumber(err, "err");
  if (err >= 0 || !Number.isSafeInteger(err)) throw new ERR_OUT_OF_RANGE("err", "a negative integer", err);
}
/** `ENOENT` for -2. */
export function getSystemErrorName(err: number): string {
  checkNumber(err);
  return getSystemErrorMap().get(err)?.[0] ?? `Unknown system error ${err}`;
}
/** `no such file or directory` for -2. */
export function getSystemErrorMessage(err: number): string {
  checkNumber(err);
  return getSystemErrorMap().get(err)?.[1] ?? `Unknown system error ${err}`;
}

export interface SystemException extends Error {
  errno: number;
  code: string;
  syscall: string;
  address?: string;
  port?: number;
}

/** `listen EADDRINUSE: address already in use` with errno, code and syscall, as `util._errnoException` makes it. */
export function errnoException(err: number, syscall: string, original?: string): SystemException {
  validateInt32(err, "err", -2147483648, -1);
  const code = getSystemErrorName(err);
  const message = original ? `${syscall} ${code} ${original}` : `${syscall} ${code}`;
  const error = new Error(message) as SystemException;
  error.errno = err;
  error.code = code;
  error.syscall = syscall;
  (Error as any).captureStackTrace(error, errnoException);
  return error;
}

/** A network error: `connect ECONNREFUSED 127.0.0.1:80 - Local (0.0.0.0:0)`, with address and port. */
export function exceptionWithHostPort(
  err: number,
  syscall: string,
  address: string,
  port?: number,
  additional?: string,
): SystemException {
  const code = getSystemErrorName(err);
  const place = port ? ` ${address}:${port}` : address ? ` ${address}` : "";
  const error = new Error(`${syscall} ${code}${place}${additional ? ` - Local (${additional})` : ""}`) as SystemException;
  error.errno = err;
  error.code = code;
  error.syscall = syscall;
  error.address = address;
  if (port) error.port = port;
  (Error as any).captureStackTrace(error, exceptionWithHostPort);
  return error;
}
