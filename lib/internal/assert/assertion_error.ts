/** AssertionError: what every failed assertion throws. */
import { ERR_INVALID_ARG_TYPE } from "../errors";
import { custom, inspect } from "../util/inspect";
import { validateObject } from "../validators";
import { differenceMessage, looseMessage, sameMessage } from "./message";

export interface AssertionErrorOptions {
  message?: unknown;
  actual?: unknown;
  expected?: unknown;
  operator?: string;
  /** The stack begins at its caller. */
  stackStartFn?: Function;
}

const kDifference = new Set(["deepStrictEqual", "strictEqual", "partialDeepStrictEqual"]);
const kSame = new Set(["notDeepStrictEqual", "notStrictEqual"]);

function generate(actual: unknown, expected: unknown, operator: string): string {
  if (kDifference.has(operator)) return differenceMessage(actual, expected, operator);
  if (kSame.has(operator)) return sameMessage(actual, operator);
  return looseMessage(actual, expected, operator);
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

  constructor(options: AssertionErrorOptions) {
    validateObject(options, "options");
    const { message, operator, actual, expected, stackStartFn } = options;
    const generated = message === null || message === undefined;
    super(generated ? generate(actual, expected, String(operator)) : String(message));
    this.generatedMessage = generated;
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
  if (options.message !== undefined && typeof options.message !== "string") {
    throw new ERR_INVALID_ARG_TYPE("message", ["string", "Error"], options.message);
  }
  throw new AssertionError(options);
}
