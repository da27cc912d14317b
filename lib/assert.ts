/** `node:assert` */
import { addAssertions, Assert, makeStrict } from "./internal/assert/assert_class";
import { innerOk, named } from "./internal/assert/methods";

/** Fails unless `value` is truthy; the message then shows the expression. */
const assert: any = named("ok", (...args: unknown[]): void => innerOk(assert, args.length, args[0], args[1]));
assert.ok = assert;
addAssertions(assert, { diff: "simple", skipPrototype: false });
assert.Assert = Assert;

/** The same assertions, where the loose ones are strict. */
const strict: any = named("strict", (...args: unknown[]): void => innerOk(strict, args.length, args[0], args[1]));
Object.assign(strict, assert);
makeStrict(strict);
strict.strict = strict;
assert.strict = strict;

export default assert;
