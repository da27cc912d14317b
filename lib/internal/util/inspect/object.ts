/** Objects: which brackets, which base text, which entries, by kind. */
import * as entriesOf from "./entries";
import { assemble, type Shape } from "./assemble";
import { describeError, isErrorLike } from "./error";
import { describeFunction } from "./function";
import { externalAddress, isBoxed, Kind, nonIndexKeys } from "./kinds";
import { classOf, keysOf, objectPrefix, prefixOf, tagOf } from "./names";
import { type Context, plain } from "./options";
import { numberText, primitiveText } from "./text";

export function formatObject(ctx: Context, value: any, kind: number, depth: number, typed: boolean): string {
  let inherited: string[] | undefined = ctx.showHidden && (ctx.depth === null || depth <= ctx.depth) ? [] : undefined;
  const name = classOf(value, ctx, depth, inherited);
  if (inherited?.length === 0) inherited = undefined;
  const tag = tagOf(value, ctx.showHidden);
  const shape: Shape = {
    open: "{",
    close: "}",
    base: "",
    keys: [],
    entries: undefined,
    properties: "named",
    unordered: true,
    complete: undefined,
  };
  if (!((name === null || Symbol.iterator in value) && shapeOfIterable(shape, ctx, value, kind, name, tag, inherited))) {
    shape.keys = keysOf(value, ctx.showHidden);
    shapeOfOther(shape, ctx, value, kind, name, tag, depth, inherited, typed);
  }
  if (shape.complete !== undefined) return shape.complete;

  if (ctx.depth !== null && depth > ctx.depth) {
    const short = objectPrefix(value, name, tag).slice(0, -1);
    return ctx.stylize(name === null ? short : `[${short}]`, "special");
  }
  return assemble(ctx, value, shape, depth + 1, inherited, name);
}

/** Arrays, sets, maps, typed arrays, iterators. False when `value` is none of them. */
function shapeOfIterable(
  shape: Shape,
  ctx: Context,
  value: any,
  kind: number,
  name: string | null,
  tag: string,
  inherited: string[] | undefined,
): boolean {
  switch (kind) {
    case Kind.array: {
      const prefix = name !== "Array" || tag !== "" ? prefixOf(name, tag, "Array", `(${value.length})`) : "";
      shape.keys = nonIndexKeys(value, !ctx.showHidden);
      shape.open = `${prefix}[`;
      shape.close = "]";
      shape.properties = "extra";
      shape.unordered = false;
      if (value.length === 0 && shape.keys.length === 0 && inherited === undefined) shape.complete = `${shape.open}]`;
      else shape.entries = (c, d) => entriesOf.array(c, value, d);
      return true;
    }
    case Kind.set:
    case Kind.map: {
      const isSet = kind === Kind.set;
      const size = isSet ? sizeOfSet(value) : sizeOfMap(value);
      const prefix = prefixOf(name, tag, isSet ? "Set" : "Map", `(${size})`);
      shape.keys = keysOf(value, ctx.showHidden);
      shape.open = `${prefix}{`;
      if (size === 0 && shape.keys.length === 0 && inherited === undefined) shape.complete = `${prefix}{}`;
      else shape.entries = isSet ? (c, d) => entriesOf.set(c, value, d) : (c, d) => entriesOf.map(c, value, d);
      return true;
    }
    case Kind.typedArray: {
      shape.keys = nonIndexKeys(value, !ctx.showHidden);
      const own = typedArrayName(value);
      const length = typedArrayLength(value);
      shape.open = `${prefixOf(name, tag, own, `(${length})`)}[`;
      shape.close = "]";
      shape.properties = "extra";
      shape.unordered = false;
      if (length === 0 && shape.keys.length === 0 && !ctx.showHidden) shape.complete = `${shape.open}]`;
      else shape.entries = (c, d) => entriesOf.typedArray(c, value, length, d);
      return true;
    }
    case Kind.mapIterator:
    case Kind.setIterator: {
      shape.keys = keysOf(value, ctx.showHidden);
      const own = kind === Kind.mapIterator ? "Map Iterator" : "Set Iterator";
      shape.open = tag === own || tag === "" ? `[${own}] {` : `[${tag}] [${own}] {`;
      shape.entries = (c, d) => entriesOf.iterator(c, value, d, () => {
        shape.open = shape.open.replace(/ Iterator\] \{$/, " Entries] {");
      });
      return true;
    }
    default:
      return false;
  }
}

const getter = (proto: object, key: PropertyKey): ((this: unknown) => any) =>
  Object.getOwnPropertyDescriptor(proto, key)!.get!;
const setSize = getter(Set.prototype, "size");
const mapSize = getter(Map.prototype, "size");
const typedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
const typedLength = getter(typedArrayPrototype, "length");
const typedTag = getter(typedArrayPrototype, Symbol.toStringTag);
const sizeOfSet = (value: object): number => setSize.call(value);
const sizeOfMap = (value: object): number => mapSize.call(value);
const typedArrayLength = (value: object): number => typedLength.call(value);
const typedArrayName = (value: object): string => typedTag.call(value);

function shapeOfOther(
  shape: Shape,
  ctx: Context,
  value: any,
  kind: number,
  name: string | null,
  tag: string,
  depth: number,
  inherited: string[] | undefined,
  typed: boolean,
): void {
  const bare = shape.keys.length === 0 && inherited === undefined;
  switch (kind) {
    case Kind.function:
    case Kind.asyncFunction:
    case Kind.generatorFunction:
    case Kind.asyncGeneratorFunction:
      shape.base = describeFunction(value, kind, name, tag);
      if (bare) shape.complete = ctx.stylize(shape.base, "special");
      return;
    case Kind.regexp: {
      const prefix = prefixOf(name, tag, "RegExp");
      const text = RegExp.prototype.toString.call(name !== null ? value : new RegExp(value));
      shape.base = prefix === "RegExp " ? text : prefix + text;
      if (bare || (ctx.depth !== null && depth > ctx.depth)) shape.complete = ctx.stylize(shape.base, "regexp");
      return;
    }
    case Kind.date: {
      const time = Date.prototype.getTime.call(value);
      const text = Number.isNaN(time) ? Date.prototype.toString.call(value) : Date.prototype.toISOString.call(value);
      const prefix = prefixOf(name, tag, "Date");
      shape.base = prefix === "Date " ? text : prefix + text;
      if (bare) shape.complete = ctx.stylize(shape.base, "date");
      return;
    }
    case Kind.arrayBuffer:
    case Kind.sharedArrayBuffer: {
      const prefix = prefixOf(name, tag, kind === Kind.arrayBuffer ? "ArrayBuffer" : "SharedArrayBuffer");
      if (typed && bare) {
        shape.complete = `${prefix}{ byteLength: ${ctx.stylize(numberText(value.byteLength, false), "number")} }`;
        return;
      }
      shape.open = `${prefix}{`;
      shape.keys.unshift("byteLength");
      if (!typed) shape.entries = (c) => entriesOf.arrayBuffer(c, value);
      return;
    }
    case Kind.dataView:
      shape.open = `${prefixOf(name, tag, "DataView")}{`;
      shape.keys.unshift("byteLength", "byteOffset", "buffer");
      return;
    case Kind.promise:
      shape.open = `${prefixOf(name, tag, "Promise")}{`;
      shape.entries = (c, d) => entriesOf.promise(c, value, d);
      return;
    case Kind.weakSet:
    case Kind.weakMap:
      shape.open = `${prefixOf(name, tag, kind === Kind.weakSet ? "WeakSet" : "WeakMap")}{`;
      shape.entries = (c, d) => entriesOf.weak(c, value, kind === Kind.weakMap, d);
      return;
    case Kind.module: {
      shape.open = `${prefixOf(name, tag, "Module")}{`;
      const exports = shape.keys;
      shape.keys = [];
      shape.entries = (c, d) => entriesOf.moduleExports(c, value, exports, d);
      return;
    }
  }
  if (isErrorLike(value, kind)) {
    shape.base = describeError(ctx, value, name, tag, shape.keys);
    if (shape.keys.length === 0 && inherited === undefined) shape.complete = shape.base;
  } else if (isBoxed(kind)) {
    shape.base = describeBoxed(ctx, value, kind, shape.keys, name, tag);
    if (shape.keys.length === 0 && inherited === undefined) shape.complete = shape.base;
  } else if (kind === Kind.external) {
    if (bare) shape.complete = ctx.stylize(`[External: ${externalAddress(value)}]`, "special");
    else shape.open = `${objectPrefix(value, name, tag)}{`;
  } else if (name === "Object") {
    if (kind === Kind.arguments) shape.open = "[Arguments] {";
    else if (tag !== "") shape.open = `${prefixOf(name, tag, "Object")}{`;
    if (bare) shape.complete = `${shape.open}}`;
  } else {
    shape.open = `${objectPrefix(value, name, tag)}{`;
    if (bare) shape.complete = `${shape.open}}`;
  }
}

const kBoxes: Record<number, [string, (this: any) => unknown]> = {
  [Kind.number]: ["Number", Number.prototype.valueOf],
  [Kind.string]: ["String", String.prototype.valueOf],
  [Kind.boolean]: ["Boolean", Boolean.prototype.valueOf],
  [Kind.bigint]: ["BigInt", BigInt.prototype.valueOf],
  [Kind.symbol]: ["Symbol", Symbol.prototype.valueOf],
};
/** `[Number: 3]`, `[String (Foo): 'x']`. The characters of a string are no keys. */
function describeBoxed(
  ctx: Context,
  value: any,
  kind: number,
  keys: PropertyKey[],
  name: string | null,
  tag: string,
): string {
  const [type, valueOf] = kBoxes[kind]!;
  const inner = valueOf.call(value);
  if (kind === Kind.string) keys.splice(0, (inner as string).length);
  let text = `[${type}`;
  if (type !== name) text += name === null ? " (null prototype)" : ` (${name})`;
  text += `: ${primitiveText(plain, inner, ctx)}]`;
  if (tag !== "" && tag !== name) text += ` [${tag}]`;
  if (keys.length !== 0 || ctx.stylize === plain) return text;
  return ctx.stylize(text, type.toLowerCase());
}
