/** One value: primitives, proxies, custom inspection, circles; anything else goes to `formatObject`. */
import { Kind, kindOf, proxyDetails } from "./kinds";
import { layOut } from "./layout";
import { formatObject } from "./object";
import { colourful, type Context, optionsForCustom, plain } from "./options";
import { primitiveText } from "./text";

/** The key of a function that says how its object is shown. */
export const custom: unique symbol = Symbol.for("nodejs.util.inspect.custom") as any;

let publicInspect: Function;
/** Tells the inspector about the public function that custom inspection functions get as third argument. */
export function setPublicInspect(inspect: Function): void {
  publicInspect = inspect;
}

/** Inspects with a complete context's options, from the beginning. */
export function inspectWith(value: unknown, options: Context): string {
  const ctx = { ...options, indent: 0, seen: [], currentDepth: 0, circular: undefined, budget: {} };
  ctx.stylize = ctx.colors ? colourful : options.stylize ?? plain;
  return formatValue(ctx, value, 0);
}

export function formatValue(ctx: Context, value: unknown, depth: number, typed = false): string {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) {
    return primitiveText(ctx.stylize, value, ctx);
  }
  const original = value;
  let shown: any = value;
  let kind = kindOf(shown);
  if (kind === Kind.proxy) {
    if (ctx.showProxy) return formatProxy(ctx, shown, depth);
    // The target is shown, so that no trap runs.
    while (kind === Kind.proxy) {
      const target = proxyDetails(shown)[0];
      if (target === null) return ctx.stylize("<Revoked Proxy>", "special");
      shown = target;
      kind = kindOf(shown);
    }
  }
  if (ctx.customInspect) {
    const inspector = shown[custom];
    if (
      typeof inspector === "function" &&
      inspector !== publicInspect &&
      // A class's prototype object has the function, but is no instance.
      Object.getOwnPropertyDescriptor(shown, "constructor")?.value?.prototype !== shown
    ) {
      const remaining = ctx.depth === null ? null : ctx.depth - depth;
      const foreign = original !== shown || !(original instanceof Object);
      const result = inspector.call(original, remaining, optionsForCustom(ctx, foreign), publicInspect);
      if (result !== original) {
        if (typeof result === "string") return result.replaceAll("\n", `\n${" ".repeat(ctx.indent)}`);
        return formatValue(ctx, result, depth);
      }
    }
  }
  if (ctx.seen.includes(shown)) {
    ctx.circular ??= new Map();
    let index = ctx.circular.get(shown);
    if (index === undefined) {
      index = ctx.circular.size + 1;
      ctx.circular.set(shown, index);
    }
    return ctx.stylize(`[Circular *${index}]`, "special");
  }
  return formatObject(ctx, shown, kind, depth, typed);
}

function formatProxy(ctx: Context, proxy: object, depth: number): string {
  const [target, handler] = proxyDetails(proxy);
  if (target === null) return ctx.stylize("<Revoked Proxy>", "special");
  if (ctx.depth !== null && depth > ctx.depth) return ctx.stylize("Proxy [Array]", "special");
  ctx.indent += 2;
  const entries = [formatValue(ctx, target, depth + 1), formatValue(ctx, handler, depth + 1)];
  ctx.indent -= 2;
  return layOut(ctx, entries, "", "Proxy [", "]", true, depth + 1);
}
