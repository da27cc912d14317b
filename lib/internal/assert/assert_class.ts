/** `assert.Assert`: a set of assertions with options of its own. */
import { coded } from "../errors";
import { validateBoolean, validateObject, validateOneOf } from "../validators";
import { AssertionError, type Diff } from "./assertion_error";
import { makeComparisons } from "./comparisons";
import * as methods from "./methods";

const ERR_CONSTRUCT_CALL_REQUIRED = coded(
  TypeError,
  "ERR_CONSTRUCT_CALL_REQUIRED",
  (name: string) => `Class constructor ${name} cannot be invoked without \`new\``,
);

export interface AssertOptions {
  /** How much of two large values a message shows; "simple" by default. */
  diff?: Diff;
  /** Makes `equal` and its kin strict; true by default. */
  strict?: boolean;
  /** Lets values of different prototypes be deeply and strictly equal; false by default. */
  skipPrototype?: boolean;
}

/** Puts the assertions on `target`, in the order in which they are listed. */
export function addAssertions(target: any, { diff, skipPrototype }: { diff: Diff; skipPrototype: boolean }): void {
  target.fail = methods.fail;
  target.AssertionError = AssertionError;
  const ok = methods.named("ok", (...args: unknown[]): void => methods.innerOk(ok, args.length, args[0], args[1]));
  target.ok ??= ok;
  const { doesNotThrow, doesNotReject, ifError, match, doesNotMatch } = methods;
  Object.assign(target, makeComparisons({ diff, skipPrototype }), methods.makeThrows(diff));
  Object.assign(target, { doesNotThrow, doesNotReject, ifError, match, doesNotMatch });
}
/** Replaces the loose comparisons by the strict ones. */
export function makeStrict(target: any): void {
  target.equal = target.strictEqual;
  target.deepEqual = target.deepStrictEqual;
  target.notEqual = target.notStrictEqual;
  target.notDeepEqual = target.notDeepStrictEqual;
}

/** `new Assert({ diff, strict, skipPrototype })` */
export const Assert: any = methods.named("Assert", function (this: any, options: AssertOptions = {}): void {
  if (new.target === undefined) throw new ERR_CONSTRUCT_CALL_REQUIRED("Assert");
  validateObject(options, "options");
  const { diff = "simple", strict = true, skipPrototype = false } = options as AssertOptions;
  validateOneOf(diff, "options.diff", ["simple", "full"]);
  validateBoolean(strict, "options.strict");
  validateBoolean(skipPrototype, "options.skipPrototype");
  addAssertions(this, { diff, skipPrototype });
  if (strict) makeStrict(this);
});
