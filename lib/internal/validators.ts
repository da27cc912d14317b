/** Argument checks with the messages and codes that Node documents. Each returns nothing and throws on a fault. */
import { coded, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE, received } from "./errors";

export function validateString(value: unknown, name: string): asserts value is string {
  if (typeof value !== "string") throw new ERR_INVALID_ARG_TYPE(name, "string", value);
}
export function validateBoolean(value: unknown, name: string): asserts value is boolean {
  if (typeof value !== "boolean") throw new ERR_INVALID_ARG_TYPE(name, "boolean", value);
}
export function validateFunction(value: unknown, name: string): asserts value is (...args: any[]) => any {
  if (typeof value !== "function") throw new ERR_INVALID_ARG_TYPE(name, "Function", value);
}
/** An object that is neither null nor an array nor a function (unless `allow` says so). */
export function validateObject(
  value: unknown,
  name: string,
  allow?: { nullable?: boolean; array?: boolean; func?: boolean },
): asserts value is Record<string, any> {
  if (
    (value === null && !allow?.nullable) ||
    (Array.isArray(value) && !allow?.array) ||
    (typeof value !== "object" && !(allow?.func && typeof value === "function"))
  ) {
    throw new ERR_INVALID_ARG_TYPE(name, "Object", value);
  }
}
export function validateArray(value: unknown, name: string, minLength = 0): asserts value is any[] {
  if (!Array.isArray(value)) throw new ERR_INVALID_ARG_TYPE(name, "Array", value);
  if (value.length < minLength) throw new ERR_INVALID_ARG_VALUE(name, value, `must be longer than ${minLength}`);
}
/** Any number in [min, max]; NaN is refused when a bound is given. */
export function validateNumber(value: unknown, name: string, min?: number, max?: number): asserts value is number {
  if (typeof value !== "number") throw new ERR_INVALID_ARG_TYPE(name, "number", value);
  if ((min != null && value < min) || (max != null && value > max) || ((min != null || max != null) && Number.isNaN(value))) {
    const range = [min != null ? `>= ${min}` : "", max != null ? `<= ${max}` : ""].filter(Boolean).join(" && ");
    throw new ERR_OUT_OF_RANGE(name, range, value);
  }
}
/** A whole number in [min, max]; both default to the safe integers. */
export function validateInteger(
  value: unknown,
  name: string,
  min: number = Number.MIN_SAFE_INTEGER,
  max: number = Number.MAX_SAFE_INTEGER,
): asserts value is number {
  if (typeof value !== "number") throw new ERR_INVALID_ARG_TYPE(name, "number", value);
  if (!Number.isInteger(value)) throw new ERR_OUT_OF_RANGE(name, "an integer", value);
  if (value < min || value > max) throw new ERR_OUT_OF_RANGE(name, `>= ${min} && <= ${max}`, value);
}
export function validateInt32(value: unknown, name: string, min = -2147483648, max = 2147483647): asserts value is number {
  validateInteger(value, name, min, max);
}
export function validateUint32(value: unknown, name: string, positive = false): asserts value is number {
  validateInteger(value, name, positive ? 1 : 0, 4294967295);
}
export function validateOneOf(value: unknown, name: string, allowed: readonly unknown[]): void {
  if (!allowed.includes(value)) {
    const list = allowed.map((v) => (typeof v === "string" ? `'${v}'` : String(v)));
    throw new ERR_INVALID_ARG_VALUE(name, value, `must be one of: ${list.join(", ")}`);
  }
}
/** An AbortSignal, or undefined. */
export function validateAbortSignal(signal: unknown, name: string): asserts signal is AbortSignal | undefined {
  if (signal !== undefined && (signal === null || typeof signal !== "object" || !("aborted" in signal))) {
    throw new ERR_INVALID_ARG_TYPE(name, "AbortSignal", signal);
  }
}
/** A port: 0 to 65535, as a number or a string of digits. Returns it as a number. */
export function validatePort(value: unknown, name = "Port", allowZero = true): number {
  const port = typeof value === "number" || typeof value === "string" ? Number(value) : NaN;
  if (
    (typeof value === "string" && value.trim() === "") ||
    port !== port >>> 0 ||
    port > 0xffff ||
    (port === 0 && !allowZero)
  ) {
    throw new ERR_SOCKET_BAD_PORT(name, value, allowZero);
  }
  return port;
}
export const ERR_SOCKET_BAD_PORT = coded(
  RangeError,
  "ERR_SOCKET_BAD_PORT",
  (name: string, port: unknown, allowZero = true) =>
    `${name} should be ${allowZero ? ">=" : ">"} 0 and < 65536.${received(port)}.`,
);
