/**
 * Which built-ins Rondo provides, and which public ones of Node it does not provide yet: so that a missing module can
 * be told from a misspelt one.
 */
import { builtinIds, isBuiltin } from "../builtins";
import { ERR_UNKNOWN_BUILTIN_MODULE } from "./errors";

/** Node's public built-in modules (Node 24), without those that exist under the `node:` scheme only. */
const kNodeBuiltins: ReadonlySet<string> = new Set(
  (
    "_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server _stream_duplex " +
    "_stream_passthrough _stream_readable _stream_transform _stream_wrap _stream_writable _tls_common _tls_wrap " +
    "assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram " +
    "diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector " +
    "inspector/promises module net os path path/posix path/win32 perf_hooks process punycode querystring readline " +
    "readline/promises repl stream stream/consumers stream/promises stream/web string_decoder sys timers " +
    "timers/promises tls trace_events tty url util util/types v8 vm wasi worker_threads zlib"
  ).split(" "),
);

/** Built-ins that are reached as `node:NAME` and not as `NAME`, which belongs to npm. */
const kSchemeOnly: ReadonlySet<string> = new Set(["sea", "sqlite", "test", "test/reporters"]);

/**
 * The id of the built-in that `request` names (`fs` for `fs` and `node:fs`), or undefined when it names none that
 * Rondo provides.
 */
export function builtinIdOf(request: string): string | undefined {
  if (request.startsWith("node:")) {
    const id = request.slice(5);
    return isBuiltin(id) ? id : undefined;
  }
  return isBuiltin(request) && !kSchemeOnly.has(request) ? request : undefined;
}

/** `module.isBuiltin`. */
export function isBuiltinRequest(request: unknown): boolean {
  return typeof request === "string" && builtinIdOf(request) !== undefined;
}

/** `module.builtinModules`: what Rondo provides, as it may be given to `require`. */
export function publicBuiltinList(): string[] {
  const plain: string[] = [];
  const schemeOnly: string[] = [];
  for (const id of builtinIds()) (kSchemeOnly.has(id) ? schemeOnly : plain).push(id);
  return [...plain, ...schemeOnly.map((id) => `node:${id}`)];
}

/** True for `zlib` or `node:zlib` when Node has such a built-in and Rondo does not. */
export function isMissingNodeBuiltin(request: string): boolean {
  if (!request.startsWith("node:")) return kNodeBuiltins.has(request) && !isBuiltin(request);
  const id = request.slice(5);
  return (kNodeBuiltins.has(id) || kSchemeOnly.has(id)) && !isBuiltin(id);
}

/** The error for a `node:` request (or a bare name of Node's) that Rondo cannot serve. */
export function unknownBuiltin(request: string): Error {
  const withScheme = request.startsWith("node:") ? request : `node:${request}`;
  return new ERR_UNKNOWN_BUILTIN_MODULE(withScheme, isMissingNodeBuiltin(withScheme));
}
