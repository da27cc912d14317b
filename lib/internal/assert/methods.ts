/** The assertions. */
import { ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS } from "../errors";
import { isDeepEqual, isDeepStrictEqual, isPartialDeepStrictEqual } from "../util/deep_equal";
import { inspect } from "../util/inspect";
import { isRegExp } from "../util/types";
import { AssertionError, fail as failWith } from "./assertion_error";
import { callText } from "./call_source";
import { expectError, expectNoError, rejectionOf, thrownBy } from "./exceptions";

/** `assert(value)` and `assert.ok(value)`: @param caller the one that was called */
export function innerOk(caller: Function, count: number, value: unknown, message: unknown): void {
  if (value) return;
  if (message instanceof Error) throw message;
  let text = message;
  let generated = false;
  if (count === 0) {
    generated = true;
    text = "No value argument passed to `assert.ok()`";
  } else if (message == null) {
    generated = true;
    const call = callText();
    text = call === undefined ? undefined : `The expression evaluated to a falsy value:\n\n  ${call}\n`;
  }
  const error = new AssertionError({ actual: value, expected: true, message: text, operator: "==", stackStartFn: caller });
  error.generatedMessage = generated;
  throw error;
}

/** Fails: with the message, or the caller's own error. */
export function fail(message?: unknown): never {
  if (message instanceof Error) throw message;
  const error = new AssertionError({
    actual: undefined,
    expected: undefined,
    message: message ?? "Failed",
    operator: "fail",
    stackStartFn: fail,
  });
  error.generatedMessage = message == null;
  throw error;
}

/** A two-value assertion: `compare` says whether it holds. Its name is the operator, unless one is given. */
function comparison(
  name: string,
  compare: (actual: unknown, expected: unknown) => boolean,
  operator: string = name,
): (actual: unknown, expected: unknown, message?: unknown) => void {
  const method = function (...args: unknown[]): void {
    if (args.length < 2) throw new ERR_MISSING_ARGS("actual", "expected");
    const [actual, expected, message] = args;
    if (!compare(actual, expected)) failWith({ actual, expected, message, operator, stackStartFn: method });
  };
  Object.defineProperty(method, "name", { value: name, configurable: true });
  Object.defineProperty(method, "length", { value: 3, configurable: true });
  return method;
}

const looselyEqual = (a: any, b: any): boolean => a == b || (Number.isNaN(a) && Number.isNaN(b));

export const equal = comparison("equal", looselyEqual, "==");
export const notEqual = comparison("notEqual", (a, b) => !looselyEqual(a, b), "!=");
export const strictEqual = comparison("strictEqual", Object.is);
export const notStrictEqual = comparison("notStrictEqual", (a, b) => !Object.is(a, b));
export const deepEqual = comparison("deepEqual", isDeepEqual);
export const notDeepEqual = comparison("notDeepEqual", (a, b) => !isDeepEqual(a, b));
export const deepStrictEqual = comparison("deepStrictEqual", isDeepStrictEqual);
export const notDeepStrictEqual = comparison("notDeepStrictEqual", (a, b) => !isDeepStrictEqual(a, b));
export const partialDeepStrictEqual = comparison("partialDeepStrictEqual", isPartialDeepStrictEqual);

/** `fn` must throw; what it throws must be as `[error]` describes. */
export function throws(fn: unknown, ...args: unknown[]): void {
  expectError(throws, thrownBy(fn), args);
}
export async function rejects(promiseFn: unknown, ...args: unknown[]): Promise<void> {
  expectError(rejects, await rejectionOf(promiseFn), args);
}
export function doesNotThrow(fn: unknown, ...args: unknown[]): void {
  expectNoError(doesNotThrow, thrownBy(fn), args);
}
export async function doesNotReject(fn: unknown, ...args: unknown[]): Promise<void> {
  expectNoError(doesNotReject, await rejectionOf(fn), args);
}

/** Fails unless `value` is null or undefined: for the first argument of callbacks. */
export function ifError(value: any): void {
  if (value === null || value === undefined) return;
  let message = "ifError got unwanted exception: ";
  if (typeof value === "object" && typeof value.message === "string") {
    message += value.message.length === 0 && value.constructor ? value.constructor.name : value.message;
  } else {
    message += inspect(value);
  }
  const error = new AssertionError({ actual: value, expected: null, operator: "ifError", message, stackStartFn: ifError });
  const stack: unknown = value.stack;
  const start = typeof stack === "string" ? stack.indexOf("\n    at") : -1;
  if (start !== -1) {
    // The original stack follows, without the frames that both have.
    const original = (stack as string).slice(start + 1).split("\n");
    let own = error.stack!.split("\n");
    for (const frame of original) {
      const at = own.indexOf(frame);
      if (at !== -1) {
        own = own.slice(0, at);
        break;
      }
    }
    error.stack = `${own.join("\n")}\n${original.join("\n")}`;
  }
  throw error;
}

function matching(name: string, wanted: boolean): (text: string, regexp: RegExp, message?: unknown) => void {
  const method = function (text: unknown, regexp: unknown, message: unknown): void {
    if (!isRegExp(regexp)) throw new ERR_INVALID_ARG_TYPE("regexp", "RegExp", regexp);
    if (typeof text === "string" && (regexp.exec(text) !== null) === wanted) return;
    if (message instanceof Error) throw message;
    let reason: string;
    if (typeof text !== "string") {
      reason = `The "string" argument must be of type string. Received type ${typeof text} (${inspect(text)})`;
    } else {
      reason = wanted
        ? "The input did not match the regular expression "
        : "The input was expected to not match the regular expression ";
      reason += `${inspect(regexp)}. Input:\n\n${inspect(text)}\n`;
    }
    const error = new AssertionError({
      actual: text,
      expected: regexp,
      message: message || reason,
      operator: name,
      stackStartFn: method,
    });
    error.generatedMessage = !message;
    throw error;
  };
  Object.defineProperty(method, "name", { value: name, configurable: true });
  return method as (text: string, regexp: RegExp, message?: unknown) => void;
}
// The names are the operators in errors; a bundler may have changed them.
for (const [name, method] of Object.entries({ fail, throws, rejects, doesNotThrow, doesNotReject, ifError })) {
  Object.defineProperty(method, "name", { value: name, configurable: true });
}
export const match = matching("match", true);
export const doesNotMatch = matching("doesNotMatch", false);
