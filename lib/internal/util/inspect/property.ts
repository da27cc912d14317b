/** One property of an object: `key: value`, `[hidden]: value`, `key: [Getter]`. */
import type { Context } from "./options";
import { escapeControls, primitiveText, quote, stringWidth } from "./text";
import { formatValue } from "./value";

/**
 * `named`: a property of an ordinary object. `element`: an element, shown without its key. `extra`: a named property of
 * an array-like value.
 */
export type PropertyKind = "named" | "element" | "extra";

const kIdentifier = /^[a-zA-Z_][a-zA-Z_0-9]*$/;

/** @param receiver the object that a getter is called on, when `descriptor` is a prototype's */
export function formatProperty(
  ctx: Context,
  value: any,
  depth: number,
  key: PropertyKey,
  kind: PropertyKind,
  descriptor?: PropertyDescriptor,
  receiver: object = value,
): string {
  const own = descriptor ?? Object.getOwnPropertyDescriptor(value, key) ?? { value: value[key], enumerable: true };
  let text: string;
  let gap = " ";
  if (own.get === undefined && own.set === undefined) {
    const step = ctx.compact !== true || kind !== "named" ? 2 : 3;
    ctx.indent += step;
    text = formatValue(ctx, own.value, depth);
    if (step === 3 && ctx.breakLength < stringWidth(text, ctx.colors)) gap = `\n${" ".repeat(ctx.indent)}`;
    ctx.indent -= step;
  } else if (own.get !== undefined) {
    text = getterText(ctx, own, receiver, depth);
  } else {
    text = ctx.stylize("[Setter]", "special");
  }
  if (kind === "element") return text;
  return `${keyText(ctx, key, own.enumerable !== false)}:${gap}${text}`;
}

export function keyText(ctx: Context, key: PropertyKey, enumerable: boolean): string {
  if (typeof key === "symbol") {
    return `[${ctx.stylize(escapeControls(Symbol.prototype.toString.call(key)), "symbol")}]`;
  }
  const name = String(key);
  if (name === "__proto__") return "['__proto__']";
  if (!enumerable) return `[${escapeControls(name)}]`;
  return kIdentifier.test(name) ? ctx.stylize(name, "name") : ctx.stylize(quote(name), "string");
}

function getterText(ctx: Context, own: PropertyDescriptor, receiver: object, depth: number): string {
  const label = own.set !== undefined ? "Getter/Setter" : "Getter";
  const wanted = ctx.getters === true || ctx.getters === (own.set === undefined ? "get" : "set");
  if (!wanted) return ctx.stylize(`[${label}]`, "special");
  try {
    const result: unknown = own.get!.call(receiver);
    ctx.indent += 2;
    let text: string;
    if (result === null || (typeof result !== "object" && typeof result !== "function")) {
      const shown = result === null ? ctx.stylize("null", "null") : primitiveText(ctx.stylize, result, ctx);
      text = `${ctx.stylize(`[${label}:`, "special")} ${shown}${ctx.stylize("]", "special")}`;
    } else {
      text = `${ctx.stylize(`[${label}]`, "special")} ${formatValue(ctx, result, depth)}`;
    }
    ctx.indent -= 2;
    return text;
  } catch (error) {
    const message = `<Inspection threw (${(error as Error)?.message})>`;
    return `${ctx.stylize(`[${label}:`, "special")} ${message}${ctx.stylize("]", "special")}`;
  }
}
