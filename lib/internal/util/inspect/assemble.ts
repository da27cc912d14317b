/** From the parts of an object to its text. */
import { layOut } from "./layout";
import { objectPrefix } from "./names";
import type { Context } from "./options";
import { formatProperty, type PropertyKind } from "./property";

/** The parts that an object is put together from. */
export interface Shape {
  open: string;
  close: string;
  /** The object's own text, before the bracket: `[Function: f]`, an error's stack. */
  base: string;
  keys: PropertyKey[];
  /** The entries that are not properties. */
  entries: ((ctx: Context, depth: number) => string[]) | undefined;
  properties: PropertyKind;
  /** Entries have no order of their own: `sorted` sorts them all. */
  unordered: boolean;
  /** Set when this text is all there is to show. */
  complete: string | undefined;
}

let overflowMessage: string | undefined;
/** Whether `error` says that the stack is exhausted. */
function isStackOverflow(error: unknown): boolean {
  if (!(error instanceof RangeError)) return false;
  if (overflowMessage === undefined) {
    try {
      const recurse = (): void => recurse();
      recurse();
    } catch (overflow) {
      overflowMessage = (overflow as Error).message;
    }
  }
  return error.message === overflowMessage;
}

// V8's longest string has about 2^29 characters; past this, inspection goes no deeper.
const kBudget = 2 ** 27;

/** Writes entries and properties between the brackets, marks what circles lead back to, sorts, lays out. */
export function assemble(
  ctx: Context,
  value: any,
  shape: Shape,
  depth: number,
  inherited: string[] | undefined,
  name: string | null,
): string {
  ctx.seen.push(value);
  ctx.currentDepth = depth;
  const indent = ctx.indent;
  let entries: string[];
  try {
    entries = shape.entries === undefined ? [] : shape.entries(ctx, depth);
    for (const key of shape.keys) entries.push(formatProperty(ctx, value, depth, key, shape.properties));
    if (inherited !== undefined) for (const text of inherited) entries.push(text);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    ctx.seen.pop();
    ctx.indent = indent;
    const called = objectPrefix(value, name, "").slice(0, -1);
    return ctx.stylize(
      `[${called}: Inspection interrupted prematurely. Maximum call stack size exceeded.]`,
      "special",
    );
  }
  if (ctx.circular !== undefined) {
    const index = ctx.circular.get(value);
    if (index !== undefined) {
      const reference = ctx.stylize(`<ref *${index}>`, "special");
      if (ctx.compact === true) shape.open = `${reference} ${shape.open}`;
      else shape.base = shape.base === "" ? reference : `${reference} ${shape.base}`;
    }
  }
  ctx.seen.pop();
  if (ctx.sorted) {
    const compare = ctx.sorted === true ? undefined : ctx.sorted;
    if (shape.unordered) entries.sort(compare);
    else if (shape.keys.length > 1) {
      const named = entries.splice(entries.length - shape.keys.length, shape.keys.length).sort(compare);
      for (const text of named) entries.push(text);
    }
  }
  const { base, open, close } = shape;
  const text = layOut(ctx, entries, base, open, close, !shape.unordered, depth, shape.unordered ? undefined : value);
  const spent = (ctx.budget[ctx.indent] ?? 0) + text.length;
  ctx.budget[ctx.indent] = spent;
  if (spent > kBudget) ctx.depth = -1;
  return text;
}
