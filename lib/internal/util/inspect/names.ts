/** How an object is called: its constructor's name, its tag, its keys. */
import { constructorName as engineName, Kind, kindOf } from "./kinds";
import type { Context } from "./options";
import { formatProperty } from "./property";
import { inspectWith } from "./value";

// Names of the built-in classes: what inherits from them needs no listing of their prototype properties.
const kBuiltinNames: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z][a-zA-Z0-9]+$/.test(name)),
);
export const isBuiltinName = (name: string): boolean => kBuiltinNames.has(name);

function isInstance(value: unknown, constructor: Function): boolean {
  try {
    return value instanceof constructor;
  } catch {
    return false;
  }
}

/** The class of `value`; null when its prototype chain is empty. Collects prototype properties for `showHidden`. */
export function classOf(value: object, ctx: Context, depth: number, prototypeEntries?: string[]): string | null {
  let first: object | null | undefined;
  for (let at: object | null = value; at !== null; ) {
    const constructor = Object.getOwnPropertyDescriptor(at, "constructor")?.value;
    if (typeof constructor === "function" && constructor.name !== "" && isInstance(value, constructor)) {
      if (prototypeEntries !== undefined && (first !== at || !isBuiltinName(constructor.name))) {
        addPrototypeEntries(ctx, value, first ?? value, depth, prototypeEntries);
      }
      return String(constructor.name);
    }
    at = Object.getPrototypeOf(at);
    if (first === undefined) first = at;
  }
  if (first == null) return null;
  const name = engineName(value);
  if (ctx.depth !== null && depth > ctx.depth) return `${name} <Complex prototype>`;
  const parent = classOf(first, ctx, depth + 1, prototypeEntries);
  if (parent !== null) return `${name} <${parent}>`;
  return `${name} <${inspectWith(first, { ...ctx, customInspect: false, depth: -1 })}>`;
}

/** Lists properties that user-defined prototypes give to `value`: of the nearest three, functions left out. */
function addPrototypeEntries(ctx: Context, value: object, start: object, depth: number, entries: string[]): void {
  const shadowed = new Set<PropertyKey>();
  let proto: object | null = start;
  for (let level = 0; level < 3; level++) {
    if (level !== 0 || value === proto) {
      proto = Object.getPrototypeOf(proto) as object | null;
      if (proto === null) return;
      const constructor = Object.getOwnPropertyDescriptor(proto, "constructor")?.value;
      if (typeof constructor === "function" && isBuiltinName(constructor.name)) return;
    }
    const keys = Reflect.ownKeys(proto);
    ctx.seen.push(value);
    for (const key of keys) {
      if (key === "constructor" || Object.hasOwn(value, key) || shadowed.has(key)) continue;
      const descriptor = Object.getOwnPropertyDescriptor(proto, key)!;
      if (typeof descriptor.value === "function") continue;
      const text = formatProperty(ctx, proto, depth, key, "named", descriptor, value);
      entries.push(ctx.colors ? `\u001b[2m${text}\u001b[22m` : text);
    }
    ctx.seen.pop();
    for (const key of keys) shadowed.add(key);
  }
}

/** `Foo(3) [Tag] `, `[Map(2): null prototype] `: what stands before the bracket, with a space behind it. */
export function prefixOf(name: string | null, tag: string, fallback: string, size = ""): string {
  if (name === null) {
    const base = `[${fallback}${size}: null prototype] `;
    return tag !== "" && tag !== fallback ? `${base}[${tag}] ` : base;
  }
  return tag !== "" && tag !== name ? `${name}${size} [${tag}] ` : `${name}${size} `;
}

/** The prefix of an object of no special kind. */
export function objectPrefix(value: object, name: string | null, tag: string): string {
  let fallback = "Object";
  if (name === null) {
    fallback = engineName(value);
    if (fallback === tag) fallback = "Object";
  }
  return prefixOf(name, tag, fallback);
}

/** The keys to show: enumerable ones, or all with `showHidden`; strings then symbols. */
export function keysOf(value: object, hidden: boolean): PropertyKey[] {
  const symbols = Object.getOwnPropertySymbols(value);
  if (hidden) return [...Object.getOwnPropertyNames(value), ...symbols];
  let keys: PropertyKey[];
  try {
    keys = Object.keys(value);
  } catch (error) {
    // A module with a binding that is not initialised yet.
    if (kindOf(value) !== Kind.module) throw error;
    keys = Object.getOwnPropertyNames(value);
  }
  for (const symbol of symbols) {
    if (Object.prototype.propertyIsEnumerable.call(value, symbol)) keys.push(symbol);
  }
  return keys;
}

/** `Symbol.toStringTag`, unless it will be listed among the object's own properties anyway. */
export function tagOf(value: any, hidden: boolean): string {
  let tag: unknown;
  try {
    tag = value[Symbol.toStringTag];
  } catch {
    return "";
  }
  if (typeof tag !== "string" || tag === "") return "";
  const listed = hidden
    ? Object.hasOwn(value, Symbol.toStringTag)
    : Object.prototype.propertyIsEnumerable.call(value, Symbol.toStringTag);
  return listed ? "" : tag;
}
