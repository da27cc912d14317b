/** Checks of offsets and lengths that Buffer's methods share. */
import { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } from "../errors";
import { ERR_BUFFER_OUT_OF_BOUNDS } from "./fast_buffer";

export { validateArray, validateInteger } from "../validators";

/** A whole number from 0 up to `max`. */
export function validateOffset(
  value: unknown,
  name: string,
  min = 0,
  max: number = Number.MAX_SAFE_INTEGER,
): asserts value is number {
  if (typeof value !== "number") throw new ERR_INVALID_ARG_TYPE(name, "number", value);
  if (!Number.isInteger(value)) throw new ERR_OUT_OF_RANGE(name, "an integer", value);
  if (value < min || value > max) throw new ERR_OUT_OF_RANGE(name, `>= ${min} && <= ${max}`, value);
}

/** Throws why `value` is no offset (or other `name`) at which something can start that may begin at `last` at most. */
export function outOfBounds(value: unknown, last: number, name = "offset"): never {
  if (typeof value !== "number") throw new ERR_INVALID_ARG_TYPE(name, "number", value);
  if (Math.floor(value) !== value) throw new ERR_OUT_OF_RANGE(name, "an integer", value);
  if (last < 0) throw new ERR_BUFFER_OUT_OF_BOUNDS();
  throw new ERR_OUT_OF_RANGE(name, `>= ${name === "offset" ? 0 : 1} and <= ${last}`, value);
}

/** Throws that a value to be written does not fit `byteLength` bytes; `min` is 0 for unsigned numbers. */
export function outOfRange(
  value: number | bigint,
  min: number | bigint,
  max: number | bigint,
  byteLength: number,
): never {
  const n = typeof value === "bigint" ? "n" : "";
  const bits = byteLength * 8;
  let range: string;
  if (byteLength <= 4) range = `>= ${min}${n} and <= ${max}${n}`;
  else if (min == 0) range = `>= 0${n} and < 2${n} ** ${bits}${n}`;
  else range = `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}`;
  throw new ERR_OUT_OF_RANGE("value", range, value);
}
