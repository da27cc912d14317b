/** `node:assert` */
import { AssertionError } from "./internal/assert/assertion_error";
import * as methods from "./internal/assert/methods";

/** Fails unless `value` is truthy; the message then shows the expression. */
function ok(...args: unknown[]): void {
  methods.innerOk(ok, args.length, args[0], args[1]);
}
const { innerOk: _innerOk, ...checks } = methods;

const assert: any = ok;
assert.fail = checks.fail;
assert.AssertionError = AssertionError;
assert.ok = ok;
const order = [
  "equal",
  "notEqual",
  "deepEqual",
  "notDeepEqual",
  "deepStrictEqual",
  "notDeepStrictEqual",
  "strictEqual",
  "notStrictEqual",
  "partialDeepStrictEqual",
  "throws",
  "rejects",
  "doesNotThrow",
  "doesNotReject",
  "ifError",
  "match",
  "doesNotMatch",
] as const;
for (const name of order) assert[name] = checks[name];

/** The same assertions, where the loose ones are strict. */
function strict(...args: unknown[]): void {
  methods.innerOk(strict, args.length, args[0], args[1]);
}
assert.strict = Object.assign(strict, assert, {
  equal: checks.strictEqual,
  deepEqual: checks.deepStrictEqual,
  notEqual: checks.notStrictEqual,
  notDeepEqual: checks.notDeepStrictEqual,
});
for (const method of [ok, strict]) {
  Object.defineProperty(method, "name", { value: method === ok ? "ok" : "strict", configurable: true });
}
assert.strict.strict = assert.strict;

export default assert;
