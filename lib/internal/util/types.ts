/** `util.types`: what an object is inside, whatever its prototype and its tag say. */
import { Kind, kindOf } from "./inspect/kinds";

type Check<T> = (value: unknown) => value is T;
const is = <T>(kind: number): Check<T> => ((value: unknown) => kindOf(value) === kind) as Check<T>;

const tagOfTypedArray = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)!
  .get! as (this: unknown) => string | undefined;
const isTyped = <T>(name: string): Check<T> => ((value: unknown) => tagOfTypedArray.call(value) === name) as Check<T>;

// Loaded late: crypto registers how to recognise its keys.
let keyObject: (value: unknown) => boolean = () => false;
let cryptoKey: (value: unknown) => boolean = () => false;
/** Called by crypto with the checks for its own classes. */
export function setKeyChecks(isKeyObject: (value: unknown) => boolean, isCryptoKey: (value: unknown) => boolean): void {
  keyObject = isKeyObject;
  cryptoKey = isCryptoKey;
}

export const isExternal = is<object>(Kind.external);
export const isDate = is<Date>(Kind.date);
export const isArgumentsObject = is<IArguments>(Kind.arguments);
export const isBigIntObject = is<object>(Kind.bigint);
export const isBooleanObject = is<object>(Kind.boolean);
export const isNumberObject = is<object>(Kind.number);
export const isStringObject = is<object>(Kind.string);
export const isSymbolObject = is<object>(Kind.symbol);
export const isNativeError = is<Error>(Kind.error);
export const isRegExp = is<RegExp>(Kind.regexp);
export function isAsyncFunction(value: unknown): boolean {
  const kind = kindOf(value);
  return kind === Kind.asyncFunction || kind === Kind.asyncGeneratorFunction;
}
export function isGeneratorFunction(value: unknown): boolean {
  const kind = kindOf(value);
  return kind === Kind.generatorFunction || kind === Kind.asyncGeneratorFunction;
}
export const isGeneratorObject = is<Generator>(Kind.generator);
export const isPromise = is<Promise<unknown>>(Kind.promise);
export const isMap = is<Map<unknown, unknown>>(Kind.map);
export const isSet = is<Set<unknown>>(Kind.set);
export const isMapIterator = is<IterableIterator<unknown>>(Kind.mapIterator);
export const isSetIterator = is<IterableIterator<unknown>>(Kind.setIterator);
export const isWeakMap = is<WeakMap<object, unknown>>(Kind.weakMap);
export const isWeakSet = is<WeakSet<object>>(Kind.weakSet);
export const isArrayBuffer = is<ArrayBuffer>(Kind.arrayBuffer);
export const isDataView = is<DataView>(Kind.dataView);
export const isSharedArrayBuffer = is<SharedArrayBuffer>(Kind.sharedArrayBuffer);
export const isProxy = is<object>(Kind.proxy);
export const isModuleNamespaceObject = is<object>(Kind.module);
export function isAnyArrayBuffer(value: unknown): value is ArrayBufferLike {
  const kind = kindOf(value);
  return kind === Kind.arrayBuffer || kind === Kind.sharedArrayBuffer;
}
export function isBoxedPrimitive(value: unknown): boolean {
  const kind = kindOf(value);
  return kind >= Kind.number && kind <= Kind.symbol;
}
export const isArrayBufferView = (value: unknown): value is ArrayBufferView => ArrayBuffer.isView(value);
export const isTypedArray = (value: unknown): boolean => tagOfTypedArray.call(value) !== undefined;
export const isUint8Array = isTyped<Uint8Array>("Uint8Array");
export const isUint8ClampedArray = isTyped<Uint8ClampedArray>("Uint8ClampedArray");
export const isUint16Array = isTyped<Uint16Array>("Uint16Array");
export const isUint32Array = isTyped<Uint32Array>("Uint32Array");
export const isInt8Array = isTyped<Int8Array>("Int8Array");
export const isInt16Array = isTyped<Int16Array>("Int16Array");
export const isInt32Array = isTyped<Int32Array>("Int32Array");
export const isFloat16Array = isTyped<object>("Float16Array");
export const isFloat32Array = isTyped<Float32Array>("Float32Array");
export const isFloat64Array = isTyped<Float64Array>("Float64Array");
export const isBigInt64Array = isTyped<BigInt64Array>("BigInt64Array");
export const isBigUint64Array = isTyped<BigUint64Array>("BigUint64Array");
export const isKeyObject = (value: unknown): boolean => keyObject(value);
export const isCryptoKey = (value: unknown): boolean => cryptoKey(value);
