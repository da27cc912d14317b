/** Paths as users write them: strings, Buffers and file URLs. */
import { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "../errors";
import { fileURLToPath, isURL } from "../url/file";
import type { URL } from "../url/url";

/** A path that a binding takes. */
export type FsPath = string | Uint8Array;
/** A path that a user may give. */
export type PathLike = string | Uint8Array | URL;

function refuseNull(path: unknown, name: string): never {
  throw new ERR_INVALID_ARG_VALUE(name, path, "must be a string, Uint8Array, or URL without null bytes");
}

/** The path, checked: no null byte, and of a type that names a file. */
export function toPath(path: unknown, name = "path"): FsPath {
  if (typeof path === "string") {
    if (path.includes("\0")) refuseNull(path, name);
    return path;
  }
  return fromOther(path, name);
}

function fromOther(path: unknown, name: string): FsPath {
  if (path !== null && typeof path === "object") {
    if (path instanceof Uint8Array) {
      if (path.includes(0)) refuseNull(path, name);
      return path;
    }
    if (isURL(path)) {
      const text = fileURLToPath(path);
      if (text.includes("\0")) refuseNull(text, name);
      return text;
    }
  }
  throw new ERR_INVALID_ARG_TYPE(name, ["string", "Buffer", "URL"], path);
}

/** The path as text, for joining: bytes are taken for UTF-8. */
export function toText(path: FsPath): string {
  return typeof path === "string" ? path : new TextDecoder().decode(path);
}
