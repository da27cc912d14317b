/** The ways to write the flags, the mode and the descriptor of a call. */
import { ERR_INVALID_ARG_VALUE } from "../errors";
import { validateInt32, validateInteger, validateUint32 } from "../validators";
import { constants } from "./constants";

const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC, O_WRONLY } = constants as Record<string, number> as {
  [K in "O_APPEND" | "O_CREAT" | "O_EXCL" | "O_RDONLY" | "O_RDWR" | "O_SYNC" | "O_TRUNC" | "O_WRONLY"]: number;
};

const kFlags = new Map<string, number>([
  ["r", O_RDONLY],
  ["rs", O_RDONLY | O_SYNC],
  ["sr", O_RDONLY | O_SYNC],
  ["r+", O_RDWR],
  ["rs+", O_RDWR | O_SYNC],
  ["sr+", O_RDWR | O_SYNC],
  ["w", O_TRUNC | O_CREAT | O_WRONLY],
  ["wx", O_TRUNC | O_CREAT | O_WRONLY | O_EXCL],
  ["xw", O_TRUNC | O_CREAT | O_WRONLY | O_EXCL],
  ["w+", O_TRUNC | O_CREAT | O_RDWR],
  ["wx+", O_TRUNC | O_CREAT | O_RDWR | O_EXCL],
  ["xw+", O_TRUNC | O_CREAT | O_RDWR | O_EXCL],
  ["a", O_APPEND | O_CREAT | O_WRONLY],
  ["ax", O_APPEND | O_CREAT | O_WRONLY | O_EXCL],
  ["xa", O_APPEND | O_CREAT | O_WRONLY | O_EXCL],
  ["as", O_APPEND | O_CREAT | O_WRONLY | O_SYNC],
  ["sa", O_APPEND | O_CREAT | O_WRONLY | O_SYNC],
  ["a+", O_APPEND | O_CREAT | O_RDWR],
  ["ax+", O_APPEND | O_CREAT | O_RDWR | O_EXCL],
  ["xa+", O_APPEND | O_CREAT | O_RDWR | O_EXCL],
  ["as+", O_APPEND | O_CREAT | O_RDWR | O_SYNC],
  ["sa+", O_APPEND | O_CREAT | O_RDWR | O_SYNC],
]);

/** Open flags: a number, a word such as `"r+"`, or nothing (read). */
export function toFlags(flags: unknown, name = "flags"): number {
  if (typeof flags === "number") {
    validateInt32(flags, name);
    return flags;
  }
  if (flags == null) return O_RDONLY;
  const known = kFlags.get(flags as string);
  if (known === undefined) throw new ERR_INVALID_ARG_VALUE("flags", flags);
  return known;
}

/** Permission bits: a number, a string of octal digits, or the default. */
export function toMode(value: unknown, name: string, fallback?: number): number {
  if (value == null && fallback !== undefined) return fallback;
  if (typeof value === "string") {
    if (!/^[0-7]+$/.test(value)) {
      throw new ERR_INVALID_ARG_VALUE(name, value, "must be a 32-bit unsigned integer or an octal string");
    }
    value = parseInt(value, 8);
  }
  validateUint32(value, name);
  return value | 0; // as an int, which the system's calls take
}

/** True for what readFile and its kin take for a descriptor and not for a path. */
export function isFd(value: unknown): value is number {
  return typeof value === "number" && (value | 0) === value;
}

/** A descriptor in the range of one. */
export function toFd(fd: unknown, name = "fd"): number {
  validateInteger(fd, name, 0, 2147483647);
  return fd;
}
