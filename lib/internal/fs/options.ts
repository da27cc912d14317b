/** Options of fs calls: a string is an encoding, a function is the callback in its place. */
import { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE } from "../errors";
import { requireBuiltin } from "../builtins";
import { validateAbortSignal, validateFunction } from "../validators";

/** A Node callback. */
export type Callback<T = void> = (error: any, value?: T) => void;

/** The options object, or undefined when none was given. `{ encoding }` stands for a string. */
export function toOptions(options: any): any {
  if (options == null || typeof options === "function") return undefined;
  if (typeof options === "string") {
    if (options !== "buffer") validateEncoding(options);
    return { encoding: options };
  }
  if (typeof options !== "object") throw new ERR_INVALID_ARG_TYPE("options", ["string", "Object"], options);
  if (options.encoding !== "buffer") validateEncoding(options.encoding);
  if (options.signal !== undefined) validateAbortSignal(options.signal, "options.signal");
  return options;
}

/** The encoding that was asked for, without an object for it; undefined when none was. */
export function encodingOption(options: any): string | undefined {
  const encoding = typeof options === "string" ? options : toOptions(options)?.encoding;
  if (encoding == null) return undefined;
  if (typeof options === "string" && encoding !== "buffer") validateEncoding(encoding);
  return encoding;
}

/** The Buffer class, from whose module nothing is needed at load. */
export function bufferClass(): any {
  return requireBuiltin("buffer").Buffer;
}

/** Refuses what is no encoding; nothing and empty strings pass. */
export function validateEncoding(encoding: unknown): void {
  if (!encoding || encoding === "utf8" || encoding === "utf-8") return;
  if (!bufferClass().isEncoding(encoding)) {
    throw new ERR_INVALID_ARG_VALUE("encoding", encoding, "is invalid encoding");
  }
}

/** True for every spelling of UTF-8. */
export function isUtf8(encoding: string | null | undefined): boolean {
  return encoding === "utf8" || encoding === "utf-8" || (encoding ? /^utf-?8$/i.test(encoding) : false);
}

export function validateCallback(callback: unknown): asserts callback is Callback<any> {
  validateFunction(callback, "cb");
}

/** Bytes as a string in an encoding other than UTF-8; errors go to the callback. */
export function decoded(encoding: string, callback: Callback<any>): Callback<any> {
  return (error, bytes) => {
    if (error) return callback(error);
    let text;
    try {
      text = bytes.toString(encoding);
    } catch (failure) {
      return callback(failure);
    }
    callback(null, text);
  };
}
