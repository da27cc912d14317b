/** What sort of object a value is, as the engine knows it: not by its prototype or its tag, which can lie. */
import binding from "binding:inspect";

/** The numbers that `binding:inspect`'s `kindOf` returns; bindings/inspect.cc has the same list. */
export const Kind = {
  /** Not an object. */
  primitive: 0,
  /** None of the kinds below. */
  plain: 1,
  array: 2,
  function: 3,
  asyncFunction: 4,
  generatorFunction: 5,
  asyncGeneratorFunction: 6,
  date: 7,
  regexp: 8,
  error: 9,
  promise: 10,
  map: 11,
  set: 12,
  weakMap: 13,
  weakSet: 14,
  mapIterator: 15,
  setIterator: 16,
  arrayBuffer: 17,
  sharedArrayBuffer: 18,
  dataView: 19,
  typedArray: 20,
  proxy: 21,
  external: 22,
  module: 23,
  generator: 24,
  arguments: 25,
  number: 26,
  string: 27,
  boolean: 28,
  bigint: 29,
  symbol: 30,
  weakRef: 31,
} as const;

export const kindOf = binding.kindOf as (value: unknown) => number;
export const isBoxed = (kind: number): boolean => kind >= Kind.number && kind <= Kind.symbol;

/** `[state, result]`; state 0 is pending, 1 fulfilled, 2 rejected. */
export const promiseDetails = binding.promiseDetails as (promise: Promise<unknown>) => [number, unknown];
/** `[target, handler]`, both null when the proxy was revoked. */
export const proxyDetails = binding.proxyDetails as (proxy: object) => [object | null, object | null];
/** The entries of a Map or Set iterator or a weak collection, which stay in it: `[flat list, in pairs?]`. */
export const previewEntries = binding.previewEntries as (object: object) => [unknown[], boolean];
/** Own keys that are no array indices, strings then symbols. */
export const nonIndexKeys = binding.nonIndexKeys as (object: object, onlyEnumerable: boolean) => PropertyKey[];
/** The name of the constructor that made the object, whatever its prototype is now. */
export const constructorName = binding.constructorName as (object: object) => string;
/** The address inside an External, in hexadecimal. */
export const externalAddress = binding.externalAddress as (value: object) => string;
