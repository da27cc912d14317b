const assert = require("node:assert");
const source = {
  date: new Date(5), re: /x/gi, map: new Map([[{ a: 1 }, new Set([1, 2])]]), big: 10n, list: [1, , 3], text: "ü€😀",
  bytes: new Uint8Array([1, 2, 3]), view: new DataView(new ArrayBuffer(4)), nan: NaN, zero: -0, none: undefined, nil: null,
  boxed: Object(true), error: new RangeError("bad", { cause: "why" }),
};
source.self = source;
const copy = structuredClone(source);
assert.notStrictEqual(copy, source);
assert.strictEqual(copy.self, copy);
assert.ok(copy.error instanceof RangeError && copy.error.message === "bad" && copy.error.cause === "why");
assert.strictEqual(copy.error.stack, source.error.stack);
assert.ok(Object.is(copy.zero, -0) && Object.is(copy.nan, NaN) && "none" in copy && !(1 in copy.list));
assert.deepStrictEqual(copy.bytes, source.bytes);
assert.notStrictEqual(copy.bytes.buffer, source.bytes.buffer);
assert.deepStrictEqual([...copy.map], [...source.map]);
assert.strictEqual(copy.date.getTime(), 5);
assert.strictEqual(String(copy.re), "/x/gi");
assert.strictEqual(typeof copy.boxed, "object");
class Point { constructor() { this.x = 1; } get y() { return 2; } }
assert.strictEqual(Object.getPrototypeOf(structuredClone(new Point())), Object.prototype);
const shared = new SharedArrayBuffer(8);
new Uint8Array(structuredClone(shared))[0] = 7;
assert.strictEqual(new Uint8Array(shared)[0], 7);
