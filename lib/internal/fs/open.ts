/** open and close. */
import binding from "binding:fs";
import { toFd, toFlags, toMode } from "./flags";
import { type Callback, validateCallback } from "./options";
import { toPath } from "./paths";

/** Opens a file; the callback gets a descriptor, which the caller closes. */
export function open(path: unknown, flags: any, mode?: any, callback?: Callback<number>): void {
  const checked = toPath(path);
  if (arguments.length < 3) {
    callback = flags;
    flags = "r";
    mode = undefined;
  } else if (typeof mode === "function") {
    callback = mode;
    mode = undefined;
  }
  const bits = toMode(mode, "mode", 0o666);
  const word = toFlags(flags);
  validateCallback(callback);
  binding.open(checked, word, bits, callback);
}

/** Opens a file and gives a descriptor, which the caller closes. */
export function openSync(path: unknown, flags?: any, mode?: any): number {
  return binding.openSync(toPath(path), toFlags(flags), toMode(mode, "mode", 0o666));
}

function ignore(error: unknown): void {
  if (error) throw error;
}

export function close(fd: unknown, callback: Callback = ignore): void {
  const number = toFd(fd);
  validateCallback(callback);
  binding.close(number, callback);
}

export function closeSync(fd: unknown): void {
  binding.closeSync(toFd(fd));
}
