/** Deep equality of any two values. */
import { Kind, kindOf, nonIndexKeys } from "../inspect/kinds";
import { isBoxedPrimitive, isCryptoKey, isKeyObject } from "../types";
import { mapsEqual, setsEqual } from "./collections";
import { kLoose, kPartial, type Memo, type Mode, kWithoutPrototypes } from "./types";

/** `first` is the actual value, `second` the expected one (which may be the smaller one in partial mode). */
export function deepEqual(first: any, second: any, mode: Mode, memo?: Memo): boolean {
  if (first === second) return first !== 0 || mode === kLoose || Object.is(first, second);
  const objects = typeof first === "object" && first !== null && typeof second === "object" && second !== null;
  if (mode === kLoose) {
    if (!objects) {
      if ((typeof first === "object" && first !== null) || (typeof second === "object" && second !== null)) return false;
      return first == second || (Number.isNaN(first) && Number.isNaN(second));
    }
  } else {
    if (!objects) return Number.isNaN(first) && Number.isNaN(second);
    if (mode !== kWithoutPrototypes && Object.getPrototypeOf(first) !== Object.getPrototypeOf(second)) return false;
  }
  return objectsEqual(first, second, mode, memo);
}

/** A proxy is compared by what it shows. */
function comparedKind(value: object): number {
  const kind = kindOf(value);
  return kind === Kind.proxy ? (Array.isArray(value) ? Kind.array : Kind.plain) : kind;
}

const tagOf = (value: object): string => Object.prototype.toString.call(value);

function objectsEqual(first: any, second: any, mode: Mode, memo: Memo | undefined): boolean {
  if (first[Symbol.toStringTag] !== second[Symbol.toStringTag]) return false;
  const kind = comparedKind(first);
  if (kind !== comparedKind(second)) return false;
  let arrayLike = false;
  switch (kind) {
    case Kind.array:
      if (mode === kPartial ? second.length > first.length : first.length !== second.length) return false;
      arrayLike = true;
      break;
    case Kind.date: {
      const [a, b] = [Date.prototype.getTime.call(first), Date.prototype.getTime.call(second)];
      if (a !== b && !(Number.isNaN(a) && Number.isNaN(b))) return false;
      break;
    }
    case Kind.regexp:
      if (first.source !== second.source || first.flags !== second.flags || first.lastIndex !== second.lastIndex) {
        return false;
      }
      break;
    case Kind.error:
      if (!errorsAlike(first, second, mode, (memo ??= newMemo()))) return false;
      break;
    case Kind.typedArray:
      if (!typedArraysEqual(first, second, mode)) return false;
      arrayLike = true;
      break;
    case Kind.dataView:
      if (!bytesEqual(bytesOf(first), bytesOf(second), mode)) return false;
      break;
    case Kind.arrayBuffer:
    case Kind.sharedArrayBuffer:
      if (!bytesEqual(new Uint8Array(first), new Uint8Array(second), mode)) return false;
      break;
    case Kind.promise:
    case Kind.weakMap:
    case Kind.weakSet:
    case Kind.weakRef:
      // Nothing can be said about what they hold: only the same object is equal.
      return false;
    default:
      if (isBoxedPrimitive(first)) {
        if (!Object.is(unboxed(first), unboxed(second))) return false;
      } else if (isKeyObject(first) || isKeyObject(second)) {
        if (!isKeyObject(first) || !isKeyObject(second) || !first.equals(second)) return false;
      } else if (isCryptoKey(first) || isCryptoKey(second)) {
        return false;
      } else if (isUrl(first) && isUrl(second)) {
        if (first.href !== second.href) return false;
      } else if (first instanceof Error && second instanceof Error) {
        if (!errorsAlike(first, second, mode, (memo ??= newMemo()))) return false;
      }
  }
  return entriesEqual(first, second, mode, kind, arrayLike, memo ?? newMemo());
}

const unboxed = (value: object): unknown => (value as any).valueOf();

const isUrl = (value: any): boolean => tagOf(value) === "[object URL]" && typeof value.href === "string";

/** Message and name, which no key lists, and the same for cause and errors. */
function errorsAlike(first: any, second: any, mode: Mode, memo: Memo): boolean {
  if (first.message !== second.message || first.name !== second.name) return false;
  for (const key of ["cause", "errors"]) {
    if (mode === kPartial && second[key] === undefined) continue;
    if (!deepEqual(first[key], second[key], mode, memo)) return false;
  }
  return true;
}

const bytesOf = (view: ArrayBufferView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

function bytesEqual(first: Uint8Array, second: Uint8Array, mode: Mode): boolean {
  if (mode === kPartial ? second.length > first.length : first.length !== second.length) return false;
  for (let i = 0; i < second.length; i++) if (first[i] !== second[i]) return false;
  return true;
}
function typedArraysEqual(first: any, second: any, mode: Mode): boolean {
  const isFloat = tagOf(first).includes("Float");
  if (!isFloat || (mode !== kLoose && mode !== kPartial)) return bytesEqual(bytesOf(first), bytesOf(second), mode);
  if (mode === kPartial ? second.length > first.length : first.length !== second.length) return false;
  for (let i = 0; i < second.length; i++) {
    const [a, b] = [first[i], second[i]];
    if (mode === kLoose ? a !== b && !(Number.isNaN(a) && Number.isNaN(b)) : !Object.is(a, b)) return false;
  }
  return true;
}

const newMemo = (): Memo => new Map();

/** Own enumerable keys: strings, and symbols unless loose. Without indices for array-likes. */
function keysOf(value: object, mode: Mode, arrayLike: boolean): PropertyKey[] {
  const keys: PropertyKey[] = arrayLike ? nonIndexKeys(value, true) : Object.keys(value);
  if (arrayLike) return mode === kLoose ? keys.filter((key) => typeof key === "string") : keys;
  if (mode !== kLoose) {
    for (const symbol of Object.getOwnPropertySymbols(value)) {
      if (Object.prototype.propertyIsEnumerable.call(value, symbol)) keys.push(symbol);
    }
  }
  return keys;
}

function entriesEqual(first: any, second: any, mode: Mode, kind: number, arrayLike: boolean, memo: Memo): boolean {
  const keys = keysOf(second, mode, arrayLike);
  if (mode !== kPartial && keysOf(first, mode, arrayLike).length !== keys.length) return false;
  for (let i = 0; i < keys.length; i++) {
    if (!Object.prototype.propertyIsEnumerable.call(first, keys[i]!)) return false;
  }
  // A pair that is being compared further out is equal as far as this place can tell.
  const partners = memo.get(first);
  if (partners === undefined) memo.set(first, [second]);
  else if (partners.includes(second)) return true;
  else partners.push(second);
  const equal = contentsEqual(first, second, mode, kind, keys, memo);
  if (partners === undefined) memo.delete(first);
  else partners.pop();
  return equal;
}

function contentsEqual(first: any, second: any, mode: Mode, kind: number, keys: PropertyKey[], memo: Memo): boolean {
  if (kind === Kind.set && !setsEqual(first, second, mode, memo, deepEqual)) return false;
  if (kind === Kind.map && !mapsEqual(first, second, mode, memo, deepEqual)) return false;
  if (kind === Kind.array && !(mode === kPartial ? isSubsequence : elementsEqual)(first, second, mode, memo)) return false;
  for (const key of keys) if (!deepEqual(first[key], second[key], mode, memo)) return false;
  return true;
}

function elementsEqual(first: unknown[], second: unknown[], mode: Mode, memo: Memo): boolean {
  for (let i = 0; i < first.length; i++) {
    const has = Object.hasOwn(first, i);
    if (has !== Object.hasOwn(second, i)) return false;
    if (has && !deepEqual(first[i], second[i], mode, memo)) return false;
  }
  return true;
}
/** Whether the elements of `second` stand in `first`, in that order and with others between them. */
function isSubsequence(first: unknown[], second: unknown[], mode: Mode, memo: Memo): boolean {
  let at = 0;
  for (const value of second) {
    while (at < first.length && !deepEqual(first[at], value, mode, memo)) at++;
    if (at === first.length) return false;
    at++;
  }
  return true;
}
