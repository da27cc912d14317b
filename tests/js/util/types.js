// util.types looks inside, not at prototypes or tags.
const assert = require('node:assert');
const util = require('node:util');
const { types } = util;
assert.strictEqual(types, require('node:util/types'));

const yes = {
  isDate: new Date(), isRegExp: /x/, isMap: new Map(), isSet: new Set(), isPromise: Promise.resolve(),
  isNativeError: new TypeError(), isWeakMap: new WeakMap(), isWeakSet: new WeakSet(), isProxy: new Proxy({}, {}),
  isMapIterator: new Map().keys(), isSetIterator: new Set().keys(), isArrayBuffer: new ArrayBuffer(1),
  isSharedArrayBuffer: new SharedArrayBuffer(1), isAnyArrayBuffer: new SharedArrayBuffer(1), isDataView: new DataView(new ArrayBuffer(1)),
  isTypedArray: new Int8Array(1), isUint8Array: Buffer.alloc(1), isArrayBufferView: new DataView(new ArrayBuffer(1)),
  isGeneratorFunction: function* () {}, isAsyncFunction: async () => {}, isGeneratorObject: (function* () {})(),
  isBoxedPrimitive: Object(1n), isNumberObject: new Number(1), isStringObject: new String(''), isBooleanObject: new Boolean(1),
  isSymbolObject: Object(Symbol()), isBigIntObject: Object(1n), isArgumentsObject: (function () { return arguments; })(),
  isBigInt64Array: new BigInt64Array(1), isFloat64Array: new Float64Array(1),
};
for (const [name, value] of Object.entries(yes)) {
  assert.strictEqual(types[name](value), true, name);
  for (const other of [{}, [], 1, null, undefined, 'x']) assert.strictEqual(types[name](other), false, name);
}
assert.strictEqual(types.isDate(Object.create(Date.prototype)), false);
assert.strictEqual(types.isDate(Object.setPrototypeOf(new Date(), null)), true);
assert.strictEqual(types.isMap({ [Symbol.toStringTag]: 'Map' }), false);
import('node:util').then((ns) => assert.strictEqual(types.isModuleNamespaceObject(ns), true));
