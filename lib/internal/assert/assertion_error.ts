/** AssertionError: what every failed assertion throws. */
import { custom, inspect } from "../util/inspect";
import { validateObject, validateOneOf } from "../validators";
import { differenceMessage, looseMessage, sameMessage } from "./message";

export type Diff = "simple" | "full";
export interface AssertionErrorOptions {
  message?: unknown;
  actual?: unknown;
  expected?: unknown;
  operator?: string;
  /** How much of two large values a message shows: the differing parts (`simple`), or all (`full`). */
  diff?: Diff;
  /** The stack begins at its caller. */
  stackStartFn?: Function;
}

const kDifference = new Set(["deepStrictEqual", "strictEqual", "partialDeepStrictEqual"]);
const kSame = new Set(["notDeepStrictEqual", "notStrictEqual"]);

function messageOf(
  actual: unknown,
  expected: unknown,
  operator: string,
  own: string | undefined,
  diff: Diff,
): string {
  // Where a difference can be shown it is, also behind the caller's own message.
  if (kDifference.has(operator)) return differenceMessage(actual, expected, operator, own || undefined, diff === "full");
  if (own !== undefined) return own;
  if (kSame.has(operator)) return sameMessage(actual, operator);
  return looseMessage(actual, expected, operator);
}

function withoutStack(source: Error): Error {
  const copy: any = Object.assign(Object.create(Object.getPrototypeOf(source)), source);
  Object.defineProperty(copy, "message", { value: source.message, configurable: true, writable: true });
  if (Object.hasOwn(source, "cause")) {
    const cause = source.cause instanceof Error ? withoutStack(source.cause) : source.cause;
    Object.defineProperty(copy, "cause", { value: cause, configurable: true, writable: true });
  }
  return copy as Error;
}

/** Long texts in `actual` and `expected` are in the message already. */
function shorten(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const lines = value.split("\n", 11);
  if (lines.length > 10) return `${lines.slice(0, 10).join("\n")}\n...`;
  return value.length > 512 ? `${value.slice(0, 512)}...` : value;
}

/** The error of an assertion that does not hold. */
export class AssertionError extends Error {
  generatedMessage: boolean;
  code: string;
  actual: unknown;
  expected: unknown;
  operator: unknown;
  diff: Diff;

  constructor(options: AssertionErrorOptions) {
    validateObject(options, "options");
    const { message, operator, stackStartFn, diff = "simple" } = options;
    validateOneOf(diff, "options.diff", ["simple", "full"]);
    let { actual, expected } = options;
    if (actual instanceof Error && expected instanceof Error && kDifference.has(String(operator))) {
      // Their stacks differ even when they are equal.
      actual = withoutStack(actual);
      expected = withoutStack(expected);
    }
    super(messageOf(actual, expected, String(operator), message == null ? undefined : String(message), diff));
    this.generatedMessage = !message;
    Object.defineProperty(this, "name", {
      value: "AssertionError [ERR_ASSERTION]",
      enumerable: false,
      writable: true,
      configurable: true,
    });
    this.code = "ERR_ASSERTION";
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    this.diff = diff;
    (Error as any).captureStackTrace(this, stackStartFn);
    // The code stands in the stack's first line and nowhere else.
    void this.stack;
    this.name = "AssertionError";
  }

  override toString(): string {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [custom](_depth: number, options: object): string {
    const { actual, expected } = this;
    this.actual = shorten(actual);
    this.expected = shorten(expected);
    const text = inspect(this, { ...options, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return text;
  }
}
Object.defineProperty(AssertionError.prototype, custom, { enumerable: false });

/** What fails an assertion: the caller's own error as it is, any other message in an AssertionError. */
export function fail(options: AssertionErrorOptions): never {
  if (options.message instanceof Error) throw options.message;
  throw new AssertionError(options);
}
