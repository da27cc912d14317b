/** `assert.throws` and `assert.rejects`: whether what was thrown is what was expected. */
import { coded, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_RETURN_VALUE } from "../errors";
import { isDeepStrictEqual } from "../util/deep_equal";
import { inspect } from "../util/inspect";
import { isPromise, isRegExp } from "../util/types";
import { validateFunction } from "../validators";
import { AssertionError, type Diff, fail } from "./assertion_error";

const ERR_AMBIGUOUS_ARGUMENT = coded(
  TypeError,
  "ERR_AMBIGUOUS_ARGUMENT",
  (name: string, reason: string) => `The "${name}" argument is ambiguous. ${reason}`,
);

/** Nothing was thrown. */
export const kNothing: unique symbol = Symbol("nothing thrown");

export function thrownBy(fn: unknown): unknown {
  validateFunction(fn, "fn");
  try {
    fn();
  } catch (error) {
    return error;
  }
  return kNothing;
}

const isThenable = (value: any): value is Promise<unknown> =>
  isPromise(value) ||
  (value !== null && typeof value === "object" && typeof value.then === "function" && typeof value.catch === "function");

export async function rejectionOf(source: unknown): Promise<unknown> {
  let promise: Promise<unknown>;
  if (typeof source === "function") {
    const result: unknown = source();
    if (!isThenable(result)) throw new ERR_INVALID_RETURN_VALUE("instance of Promise", "promiseFn", result);
    promise = result;
  } else if (isThenable(source)) {
    promise = source;
  } else {
    throw new ERR_INVALID_ARG_TYPE("promiseFn", ["Function", "Promise"], source);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return kNothing;
}

/** The keys of an expected error in a message: only those are shown that were compared. */
class Comparison {
  constructor(source: any, keys: readonly string[], actual?: any) {
    for (const key of keys) {
      if (!(key in source)) continue;
      const matched =
        actual !== undefined && typeof actual[key] === "string" && isRegExp(source[key]) && source[key].test(actual[key]);
      (this as any)[key] = matched ? actual[key] : source[key];
    }
  }
}

function compareKeys(actual: any, expected: any, message: unknown, caller: Function, diff: Diff): void {
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push("name", "message");
  else if (keys.length === 0) throw new ERR_INVALID_ARG_VALUE("error", expected, "may not be an empty object");
  for (const key of keys) {
    if (typeof actual[key] === "string" && isRegExp(expected[key]) && expected[key].test(actual[key])) continue;
    if (key in actual && isDeepStrictEqual(actual[key], expected[key])) continue;
    if (message) fail({ actual, expected, message, operator: caller.name, stackStartFn: caller });
    const error = new AssertionError({
      actual: new Comparison(actual, keys),
      expected: new Comparison(expected, keys, actual),
      operator: "deepStrictEqual",
      stackStartFn: caller,
      diff,
    });
    error.actual = actual;
    error.expected = expected;
    error.operator = caller.name;
    throw error;
  }
}

/** Fails unless `actual` is what `expected` (a class, regular expression, function, object or error) describes. */
function check(actual: any, expected: any, message: unknown, caller: Function, diff: Diff): void {
  let reason: string;
  if (typeof expected !== "function") {
    if (isRegExp(expected)) {
      const text = String(actual);
      if (expected.exec(text) !== null) return;
      reason = `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`;
    } else if (typeof actual !== "object" || actual === null) {
      if (message) fail({ actual, expected, message, operator: caller.name, stackStartFn: caller });
      const error = new AssertionError({ actual, expected, operator: "deepStrictEqual", stackStartFn: caller, diff });
      error.operator = caller.name;
      throw error;
    } else {
      return compareKeys(actual, expected, message, caller, diff);
    }
  } else if (expected.prototype !== undefined && actual instanceof expected) {
    return;
  } else if (Object.prototype.isPrototypeOf.call(Error, expected)) {
    reason = `The error is expected to be an instance of "${expected.name}". Received `;
    if (actual instanceof Error) {
      reason += `"${actual.constructor?.name || actual.name}"\n\nError message:\n\n${actual.message}`;
    } else {
      reason += `"${inspect(actual, { depth: -1 })}"`;
    }
  } else {
    const result: unknown = Reflect.apply(expected, {}, [actual]);
    if (result === true) return;
    const name = expected.name ? `"${expected.name}" ` : "";
    reason = `The ${name}validation function is expected to return "true". Received ${inspect(result)}`;
    if (actual instanceof Error) reason += `\n\nCaught error:\n\n${actual}`;
  }
  if (message instanceof Error) throw message;
  const error = new AssertionError({
    actual,
    expected,
    message: message || reason,
    operator: caller.name,
    stackStartFn: caller,
  });
  error.generatedMessage = !message;
  throw error;
}

const kMatchers = ["Object", "Error", "Function", "RegExp"];

/**
 * For `throws` and `rejects`: something must have been thrown, and be as expected.
 *
 * @param args what the caller got after its first argument: `[error], [message]`
 */
export function expectError(caller: Function, actual: any, args: readonly unknown[], diff: Diff): void {
  let [error, message] = args as [any, any];
  if (typeof error === "string") {
    if (args.length > 1) throw new ERR_INVALID_ARG_TYPE("error", kMatchers, error);
    if (typeof actual === "object" && actual !== null) {
      if (actual.message === error) {
        const reason = `The error message "${actual.message}" is identical to the message.`;
        throw new ERR_AMBIGUOUS_ARGUMENT("error/message", reason);
      }
    } else if (actual === error) {
      throw new ERR_AMBIGUOUS_ARGUMENT("error/message", `The error "${actual}" is identical to the message.`);
    }
    message = error;
    error = undefined;
  } else if (error != null && typeof error !== "object" && typeof error !== "function") {
    throw new ERR_INVALID_ARG_TYPE("error", kMatchers, error);
  }
  if (actual === kNothing) {
    const what = caller.name === "rejects" ? "rejection" : "exception";
    const details = `${error?.name ? ` (${error.name})` : ""}${message ? `: ${message}` : "."}`;
    fail({
      actual: undefined,
      expected: error,
      operator: caller.name,
      message: `Missing expected ${what}${details}`,
      stackStartFn: caller,
    });
  }
  if (error) check(actual, error, message, caller, diff);
}

function isUnwanted(actual: any, expected: any): boolean {
  if (typeof expected !== "function") {
    if (isRegExp(expected)) return expected.exec(String(actual)) !== null;
    throw new ERR_INVALID_ARG_TYPE("expected", ["Function", "RegExp"], expected);
  }
  if (expected.prototype !== undefined && actual instanceof expected) return true;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) return false;
  return Reflect.apply(expected, {}, [actual]) === true;
}

/** For `doesNotThrow` and `doesNotReject`: nothing must have been thrown; what was and is not meant goes on. */
export function expectNoError(caller: Function, actual: any, args: readonly unknown[]): void {
  if (actual === kNothing) return;
  let [error, message] = args as [any, any];
  if (typeof error === "string") {
    message = error;
    error = undefined;
  }
  if (error && !isUnwanted(actual, error)) throw actual;
  const what = caller.name === "doesNotReject" ? "rejection" : "exception";
  fail({
    actual,
    expected: error,
    operator: caller.name,
    message: `Got unwanted ${what}${message ? `: ${message}` : "."}\nActual message: "${actual?.message}"`,
    stackStartFn: caller,
  });
}
