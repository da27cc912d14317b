/** Deep equality, as `util.isDeepStrictEqual` and `assert` compare. */
import { deepEqual } from "./deep_equal/compare";
import { kLoose, kPartial, kStrict, kWithoutPrototypes } from "./deep_equal/types";

/** Equal in value, type and prototype, all the way down. */
export const isDeepStrictEqual = (first: unknown, second: unknown): boolean => deepEqual(first, second, kStrict);
/** Equal in value and type; prototypes may differ. */
export const isDeepEqualInValue = (first: unknown, second: unknown): boolean =>
  deepEqual(first, second, kWithoutPrototypes);
/** Equal by `==`, all the way down. */
export const isDeepEqual = (first: unknown, second: unknown): boolean => deepEqual(first, second, kLoose);
/** `actual` holds at least what `expected` holds. */
export const isPartialDeepStrictEqual = (actual: unknown, expected: unknown): boolean =>
  deepEqual(actual, expected, kPartial);
