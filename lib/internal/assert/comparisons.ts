/** The assertions that compare two values. */
import { ERR_MISSING_ARGS } from "../errors";
import { isDeepEqual, isDeepEqualInValue, isDeepStrictEqual, isPartialDeepStrictEqual } from "../util/deep_equal";
import { type Diff, fail } from "./assertion_error";
import { named } from "./methods";

export interface ComparisonOptions {
  diff: Diff;
  /** Lets values of different prototypes be deeply and strictly equal. */
  skipPrototype: boolean;
}
type Compare = (actual: any, expected: any) => boolean;
export type Comparison = (actual: unknown, expected: unknown, message?: unknown) => void;

const loosely: Compare = (a, b) => a == b || (Number.isNaN(a) && Number.isNaN(b));
const not =
  (compare: Compare): Compare =>
  (a, b) =>
    !compare(a, b);

/** A set of comparisons by name. Each name is the operator in errors, but for the loose ones. */
export function makeComparisons({ diff, skipPrototype }: ComparisonOptions) {
  const make = (name: string, compare: Compare, operator: string = name): Comparison => {
    const method = named(name, (...args: unknown[]): void => {
      if (args.length < 2) throw new ERR_MISSING_ARGS("actual", "expected");
      const [actual, expected, message] = args;
      if (!compare(actual, expected)) fail({ actual, expected, message, operator, stackStartFn: method, diff });
    });
    Object.defineProperty(method, "length", { value: 3, configurable: true });
    return method as Comparison;
  };
  const deepStrict = skipPrototype ? isDeepEqualInValue : isDeepStrictEqual;
  return {
    equal: make("equal", loosely, "=="),
    notEqual: make("notEqual", not(loosely), "!="),
    deepEqual: make("deepEqual", isDeepEqual),
    notDeepEqual: make("notDeepEqual", not(isDeepEqual)),
    deepStrictEqual: make("deepStrictEqual", deepStrict),
    notDeepStrictEqual: make("notDeepStrictEqual", not(deepStrict)),
    strictEqual: make("strictEqual", Object.is),
    notStrictEqual: make("notStrictEqual", not(Object.is)),
    partialDeepStrictEqual: make("partialDeepStrictEqual", isPartialDeepStrictEqual),
  };
}
