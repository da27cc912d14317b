/** The assertions that compare no two values, and those of them that every Assert has a set of its own of. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { inspect } from "../util/inspect";
import { isRegExp } from "../util/types";
import { AssertionError, type Diff } from "./assertion_error";
import { callText } from "./call_source";
import { expectError, expectNoError, rejectionOf, thrownBy } from "./exceptions";

/** Functions are known by their names: errors show them as operators, and a bundler may have changed them. */
export function named<F extends Function>(name: string, fn: F): F {
  return Object.defineProperty(fn, "name", { value: name, configurable: true });
}

/** `assert(value)` and `assert.ok(value)`; the stack begins at the caller of `caller`. */
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
  const error = new AssertionError({
    actual: value,
    expected: true,
    message: text,
    operator: "==",
    stackStartFn: caller,
  });
  error.generatedMessage = generated;
  throw error;
}

/** Fails: with the message, or the caller's own error. */
export const fail = named("fail", function (message?: unknown): never {
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
}) as (message?: unknown) => never;

/** `fn` must throw; what it throws must be as `[error]` describes. For promises and async functions: `rejects`. */
export function makeThrows(diff: Diff): Record<"throws" | "rejects", (fn: unknown, ...args: unknown[]) => any> {
  const throws = named("throws", (fn: unknown, ...args: unknown[]): void => {
    expectError(throws, thrownBy(fn), args, diff);
  });
  const rejects = named("rejects", async (fn: unknown, ...args: unknown[]): Promise<void> => {
    expectError(rejects, await rejectionOf(fn), args, diff);
  });
  return { throws, rejects };
}

export const doesNotThrow = named("doesNotThrow", (fn: unknown, ...args: unknown[]): void => {
  expectNoError(doesNotThrow, thrownBy(fn), args);
});
export const doesNotReject = named("doesNotReject", async (fn: unknown, ...args: unknown[]): Promise<void> => {
  expectNoError(doesNotReject, await rejectionOf(fn), args);
});

/** Fails unless `value` is null or undefined: for the first argument of callbacks. */
export const ifError = named("ifError", (value: any): void => {
  if (value === null || value === undefined) return;
  let message = "ifError got unwanted exception: ";
  if (typeof value === "object" && typeof value.message === "string") {
    message += value.message.length === 0 && value.constructor ? value.constructor.name : value.message;
  } else {
    message += inspect(value);
  }
  const error = new AssertionError({
    actual: value,
    expected: null,
    operator: "ifError",
    message,
    stackStartFn: ifError,
  });
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
});

function matching(name: string, wanted: boolean): (text: string, regexp: RegExp, message?: unknown) => void {
  const method = named(name, (text: unknown, regexp: unknown, message: unknown): void => {
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
  });
  return method as (text: string, regexp: RegExp, message?: unknown) => void;
}
export const match = matching("match", true);
export const doesNotMatch = matching("doesNotMatch", false);
