/** The entries of arrays, collections, buffers, promises and modules. */
import { Kind, kindOf, previewEntries, promiseDetails } from "./kinds";
import { layOut } from "./layout";
import type { Context } from "./options";
import { formatProperty, keyText } from "./property";
import { bigintText, numberText } from "./text";
import { formatValue } from "./value";

const more = (count: number, what = "item"): string => `... ${count} more ${what}${count > 1 ? "s" : ""}`;
const limit = (ctx: Context, length: number): number => Math.min(Math.max(0, ctx.maxArrayLength), length);

export function array(ctx: Context, value: unknown[], depth: number): string[] {
  const length = value.length;
  const shown = limit(ctx, length);
  const entries: string[] = [];
  for (let i = 0; i < shown; i++) {
    if (!Object.hasOwn(value, i)) return sparseArray(ctx, value, depth, shown, entries, i);
    entries.push(formatProperty(ctx, value, depth, i, "element"));
  }
  if (length > shown) entries.push(more(length - shown));
  return entries;
}

const kIndex = /^(0|[1-9][0-9]*)$/;
const empty = (ctx: Context, count: number): string =>
  ctx.stylize(`<${count} empty item${count > 1 ? "s" : ""}>`, "undefined");

/** An array with holes, from element `index` on; a run of holes counts as one entry. */
function sparseArray(
  ctx: Context,
  value: unknown[],
  depth: number,
  shown: number,
  entries: string[],
  start: number,
): string[] {
  let index = start;
  for (const key of Object.keys(value).slice(start)) {
    if (entries.length >= shown || !kIndex.test(key) || Number(key) > 2 ** 32 - 2) break;
    if (Number(key) !== index) {
      entries.push(empty(ctx, Number(key) - index));
      index = Number(key);
      if (entries.length === shown) break;
    }
    entries.push(formatProperty(ctx, value, depth, key, "element"));
    index++;
  }
  const rest = value.length - index;
  if (entries.length !== shown) {
    if (rest > 0) entries.push(empty(ctx, rest));
  } else if (rest > 0) {
    entries.push(more(rest));
  }
  return entries;
}

const kTypedArray = Object.getPrototypeOf(Uint8Array.prototype) as object;
function bytesPerElement(value: any): number {
  return (globalThis as any)[Reflect.get(kTypedArray, Symbol.toStringTag, value)].BYTES_PER_ELEMENT;
}

export function typedArray(ctx: Context, value: any, length: number, depth: number): string[] {
  const shown = limit(ctx, length);
  const entries: string[] = new Array(shown);
  const isBig = length > 0 && typeof value[0] === "bigint";
  for (let i = 0; i < shown; i++) {
    const text = isBig ? bigintText(value[i], ctx.numericSeparator) : numberText(value[i], ctx.numericSeparator);
    entries[i] = ctx.stylize(text, isBig ? "bigint" : "number");
  }
  if (length > shown) entries.push(more(length - shown));
  if (ctx.showHidden) {
    ctx.indent += 2;
    for (const key of ["BYTES_PER_ELEMENT", "length", "byteLength", "byteOffset", "buffer"] as const) {
      const shownValue = key === "BYTES_PER_ELEMENT" ? bytesPerElement(value) : Reflect.get(kTypedArray, key, value);
      entries.push(`[${key}]: ${formatValue(ctx, shownValue, depth, true)}`);
    }
    ctx.indent -= 2;
  }
  return entries;
}

export function arrayBuffer(ctx: Context, value: ArrayBuffer | SharedArrayBuffer): string[] {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(value);
  } catch {
    return [ctx.stylize("(detached)", "special")];
  }
  const shown = limit(ctx, bytes.length);
  let hex = "";
  for (let i = 0; i < shown; i++) {
    const byte = bytes[i]!;
    hex += `${i === 0 ? "" : " "}${byte < 16 ? "0" : ""}${byte.toString(16)}`;
  }
  if (bytes.length > shown) hex += ` ${more(bytes.length - shown, "byte")}`;
  return [`${ctx.stylize("[Uint8Contents]", "special")}: <${hex}>`];
}

export function set(ctx: Context, value: Set<unknown>, depth: number): string[] {
  return list(ctx, Set.prototype.values.call(value), setLength(value), depth);
}
const setLength = (value: Set<unknown>): number => Object.getOwnPropertyDescriptor(Set.prototype, "size")!.get!.call(value);

function list(ctx: Context, values: Iterable<unknown>, length: number, depth: number): string[] {
  const shown = limit(ctx, length);
  const entries: string[] = [];
  ctx.indent += 2;
  for (const item of values) {
    if (entries.length >= shown) break;
    entries.push(formatValue(ctx, item, depth));
  }
  if (length > shown) entries.push(more(length - shown));
  ctx.indent -= 2;
  return entries;
}

export function map(ctx: Context, value: Map<unknown, unknown>, depth: number): string[] {
  const length = Object.getOwnPropertyDescriptor(Map.prototype, "size")!.get!.call(value) as number;
  const shown = limit(ctx, length);
  const entries: string[] = [];
  ctx.indent += 2;
  for (const [key, item] of Map.prototype.entries.call(value)) {
    if (entries.length >= shown) break;
    entries.push(`${formatValue(ctx, key, depth)} => ${formatValue(ctx, item, depth)}`);
  }
  if (length > shown) entries.push(more(length - shown));
  ctx.indent -= 2;
  return entries;
}

/** What a Map or Set iterator has still to give; `paired` is called when it gives `[key, value]`. */
export function iterator(ctx: Context, value: object, depth: number, paired: () => void): string[] {
  const [flat, pairs] = previewEntries(value);
  if (!pairs) return list(ctx, flat, flat.length, depth);
  paired();
  return pairList(ctx, flat, depth, (key, item) => layOut(ctx, [key, item], "", "[", "]", true, depth));
}

function pairList(ctx: Context, flat: unknown[], depth: number, join: (key: string, item: string) => string): string[] {
  const length = flat.length / 2;
  const shown = limit(ctx, length);
  const entries: string[] = [];
  ctx.indent += 2;
  for (let i = 0; i < shown; i++) {
    entries.push(join(formatValue(ctx, flat[2 * i], depth), formatValue(ctx, flat[2 * i + 1], depth)));
  }
  ctx.indent -= 2;
  if (length > shown) entries.push(more(length - shown));
  return entries;
}

/** Weak collections keep their content to themselves unless hidden things are asked for. */
export function weak(ctx: Context, value: object, isMap: boolean, depth: number): string[] {
  if (!ctx.showHidden) return [ctx.stylize("<items unknown>", "special")];
  const [flat] = previewEntries(value);
  if (!isMap) return list(ctx, flat, flat.length, depth).sort();
  return pairList(ctx, flat, depth, (key, item) => `${key} => ${item}`).sort();
}

export function promise(ctx: Context, value: Promise<unknown>, depth: number): string[] {
  const [state, result] = promiseDetails(value);
  if (state === 0) return [ctx.stylize("<pending>", "special")];
  ctx.indent += 2;
  const text = formatValue(ctx, result, depth);
  ctx.indent -= 2;
  return [state === 2 ? `${ctx.stylize("<rejected>", "special")} ${text}` : text];
}

export function moduleExports(ctx: Context, value: any, keys: PropertyKey[], depth: number): string[] {
  return keys.map((key) => {
    try {
      return formatProperty(ctx, value, depth, key, "named");
    } catch (error) {
      if (kindOf(error) !== Kind.error || (error as Error).name !== "ReferenceError") throw error;
      return `${keyText(ctx, key, true)}: ${ctx.stylize("<uninitialized>", "special")}`;
    }
  });
}
