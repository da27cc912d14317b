/** Errors of sockets and servers. */
import net from "binding:net";
import { coded } from "../errors";

export {
  ERR_INVALID_IP_ADDRESS,
  ERR_SERVER_ALREADY_LISTEN,
  ERR_SERVER_NOT_RUNNING,
  ERR_SOCKET_CLOSED,
} from "../errors";
export const ERR_SOCKET_CLOSED_BEFORE_CONNECTION = coded(
  Error,
  "ERR_SOCKET_CLOSED_BEFORE_CONNECTION",
  "Socket closed before the connection was established",
);
export const ERR_INVALID_ADDRESS_FAMILY = coded(
  RangeError,
  "ERR_INVALID_ADDRESS_FAMILY",
  (family: unknown, host: string, port: unknown) => `Invalid address family: ${family} ${host}:${port}`,
);
export const ERR_INVALID_FD_TYPE = coded(TypeError, "ERR_INVALID_FD_TYPE", (type: string) => `Unsupported fd type: ${type}`);
export const ERR_SOCKET_CONNECTION_TIMEOUT = coded(
  Error,
  "ERR_SOCKET_CONNECTION_TIMEOUT",
  "Socket connection timeout",
);

export interface SocketError extends Error {
  errno: number;
  code: string;
  syscall: string;
  address?: string;
  port?: number;
}

/** `read ECONNRESET`: a call that failed, by libuv's error number. */
export function callError(err: number, syscall: string): SocketError {
  const code = net.errorText(err)[0]!;
  const error = new Error(`${syscall} ${code}`) as SocketError;
  error.errno = err;
  error.code = code;
  error.syscall = syscall;
  return error;
}

/** `connect ECONNREFUSED 127.0.0.1:80 - Local (...)` */
export function connectError(err: number, address: string, port: number | undefined, local = ""): SocketError {
  const code = net.errorText(err)[0]!;
  const where = port !== undefined && port > 0 ? ` ${address}:${port}` : address ? ` ${address}` : "";
  const error = new Error(`connect ${code}${where}${local ? ` - Local (${local})` : ""}`) as SocketError;
  error.errno = err;
  error.code = code;
  error.syscall = "connect";
  error.address = address;
  if (port !== undefined && port > 0) error.port = port;
  return error;
}

/** `listen EADDRINUSE: address already in use :::3000` */
export function listenError(err: number, syscall: string, address: string | undefined, port: number | undefined): SocketError {
  const [code, text] = net.errorText(err) as [string, string];
  let where = "";
  if (port !== undefined && port > 0) where = ` ${address}:${port}`;
  else if (address) where = ` ${address}`;
  const error = new Error(`${syscall} ${code}: ${text}${where}`) as SocketError;
  error.code = code;
  error.errno = err;
  error.syscall = syscall;
  if (address !== undefined) error.address = address;
  if (port !== undefined) error.port = port;
  return error;
}
