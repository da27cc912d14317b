/** Paths as file URLs and back. */
import binding from "binding:url";
import { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "../errors";
import { requireBuiltin } from "../builtins";
import * as posix from "../path/posix";
import { validateString } from "../validators";
import { ERR_INVALID_FILE_URL_HOST, ERR_INVALID_URL_SCHEME, invalidFileUrlPath } from "./errors";
import { fileUrlFromHref, isUrlObject, URL } from "./url";

declare const process: { platform: string };

/** `windows`: read or write the path as Windows does; by default as this system does. */
export interface FileUrlOptions {
  windows?: boolean | undefined;
}

const kPlainPath = /^[\w/\-.@+,:;=!$&'()*]*$/;
const kPlainFileUrl = /^file:\/\/\/[\w\-@+,/=]*(?:\.[\w\-]+)?$/;

function win32(): typeof import("../path/win32") {
  return requireBuiltin<{ win32: typeof import("../path/win32") }>("path").win32;
}

/** Escapes what has a meaning in a URL, and what does not stand there plainly. */
function escapePath(path: string): string {
  if (kPlainPath.test(path)) return path;
  return path.toWellFormed().replace(/[^\w/\-.@+,:;=!$&'()*]+/g, (run) => encodeURIComponent(run).replaceAll("~", "%7E"));
}

/** The text of the file URL of an absolute, normal POSIX path. */
export function hrefFromPath(path: string): string {
  return `file://${escapePath(path)}`;
}

/** The file URL of a path; a relative path starts from the working directory. */
export function pathToFileURL(path: string, options?: FileUrlOptions): URL {
  validateString(path, "path");
  if (options?.windows) return windowsPathToFileURL(path);
  let resolved = posix.resolve(path);
  // A separator at the end says that it is a directory; resolve() takes it away.
  if (path.endsWith("/") && resolved !== "/") resolved += "/";
  return fileUrlFromHref(hrefFromPath(resolved));
}

function windowsPathToFileURL(path: string): URL {
  const { resolve } = win32();
  // `\\server\share\file`, and the same in the form without limits.
  if (path.startsWith("\\\\") && !/^\\\\[?.]\\(?!UNC\\)/i.test(path)) {
    const start = /^\\\\\?\\UNC\\/i.test(path) ? 8 : 2;
    const hostEnd = path.indexOf("\\", start);
    if (hostEnd === -1) throw new ERR_INVALID_ARG_VALUE("path", path, "Missing UNC resource path");
    if (hostEnd === start) throw new ERR_INVALID_ARG_VALUE("path", path, "Empty UNC servername");
    const url = new URL("file:///");
    url.hostname = binding.domainToASCII(path.slice(start, hostEnd));
    url.pathname = escapePath(path.slice(hostEnd).replaceAll("\\", "/"));
    return url;
  }
  let resolved = resolve(path);
  if (/^\\\\[?.]\\/.test(resolved)) resolved = resolved.slice(4);
  if (/[\\/]$/.test(path) && !resolved.endsWith("\\")) resolved += "\\";
  const text = escapePath(resolved.replaceAll("\\", "/"));
  return new URL(`file://${text.startsWith("/") ? "" : "/"}${text}`);
}

/** Duck typing: a URL of another realm or library is as good; a legacy `Url` is none. */
export function isURL(value: unknown): value is URL {
  if (isUrlObject(value)) return true;
  const like = value as { href?: unknown; protocol?: unknown; auth?: unknown; path?: unknown } | null | undefined;
  return Boolean(like?.href && like.protocol && like.auth === undefined && like.path === undefined);
}

function fileUrl(path: string | URL): URL {
  if (typeof path === "string") path = new URL(path);
  else if (!isURL(path)) throw new ERR_INVALID_ARG_TYPE("path", ["string", "URL"], path);
  if (path.protocol !== "file:") throw new ERR_INVALID_URL_SCHEME("file");
  return path;
}

function checkPosix(url: URL): string {
  if (url.hostname !== "") throw new ERR_INVALID_FILE_URL_HOST(process.platform);
  const { pathname } = url;
  if (/%2f/i.test(pathname)) throw invalidFileUrlPath("must not include encoded / characters", url);
  return pathname;
}

function checkWindows(url: URL): string {
  const { pathname } = url;
  if (/%2f|%5c/i.test(pathname)) {
    throw invalidFileUrlPath("must not include encoded \\ or / characters", url);
  }
  return pathname.replaceAll("/", "\\");
}

function windowsRoot(url: URL, path: string): string {
  if (url.hostname !== "") return `\\\\${binding.domainToUnicode(url.hostname)}${path}`;
  if (!/^\\[A-Za-z]:/.test(path)) throw invalidFileUrlPath("must be absolute", url);
  return path.slice(1);
}

/** The path of a file URL. */
export function fileURLToPath(path: string | URL, options?: FileUrlOptions): string {
  const windows = options?.windows;
  if (typeof path === "string" && !windows && kPlainFileUrl.test(path)) return path.slice(7);
  const url = fileUrl(path);
  if (windows) return windowsRoot(url, decodeURIComponent(checkWindows(url)));
  const pathname = checkPosix(url);
  return pathname.includes("%") ? decodeURIComponent(pathname) : pathname;
}

interface BufferConstructorLike {
  from(text: string, encoding?: string): Uint8Array;
  concat(parts: Uint8Array[]): Uint8Array;
}

/** The path of a file URL as bytes: for names that are no UTF-8. */
export function fileURLToPathBuffer(path: string | URL, options?: FileUrlOptions): Uint8Array {
  const { Buffer } = requireBuiltin<{ Buffer: BufferConstructorLike }>("buffer");
  const decode = (text: string): Uint8Array =>
    Buffer.from(
      text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      "latin1",
    );
  const url = fileUrl(path);
  if (!options?.windows) return decode(checkPosix(url));
  const pathname = checkWindows(url);
  if (url.hostname === "") return decode(windowsRoot(url, pathname));
  return Buffer.concat([Buffer.from(`\\\\${binding.domainToUnicode(url.hostname)}`), decode(pathname)]);
}
