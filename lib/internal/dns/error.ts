/** Errors of name look-ups. */
import binding from "binding:dns";

/** An error as `dns` gives it: `getaddrinfo ENOTFOUND example.invalid`. */
export interface DnsError extends Error {
  errno: number | undefined;
  code: string;
  syscall: string;
  hostname?: string;
}

/** The error for libuv's number `errno`. That a name or its address is not there is one and the same to programs. */
export function dnsError(errno: number, syscall: string, hostname?: string): DnsError {
  const missing = errno === binding.EAI_NODATA || errno === binding.EAI_NONAME;
  const code = missing ? "ENOTFOUND" : binding.errorName(errno);
  const error = new Error(`${syscall} ${code}${hostname ? ` ${hostname}` : ""}`) as DnsError;
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  if (hostname) error.hostname = hostname;
  return error;
}
