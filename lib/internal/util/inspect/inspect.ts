/** `util.inspect` itself. */
import { setInspect } from "../../errors";
import { type Context, colors, defaults, type InspectOptions, makeContext, setDefaults, settle, styles } from "./options";
import { custom, formatValue, setPublicInspect } from "./value";

export interface Inspect {
  (value: unknown, options?: InspectOptions): string;
  (value: unknown, showHidden?: boolean, depth?: number | null, colors?: boolean): string;
  readonly custom: typeof custom;
  defaultOptions: Required<Omit<InspectOptions, "stylize">>;
  colors: typeof colors;
  styles: typeof styles;
}

/** A text for people that says what `value` is. Not for machines: the format may change. */
function inspectValue(
  value: unknown,
  options?: InspectOptions | boolean,
  depth?: number | null,
  coloured?: boolean,
): string {
  const ctx: Context = makeContext(typeof options === "object" ? options : undefined);
  if (depth !== undefined) ctx.depth = depth;
  if (coloured !== undefined) ctx.colors = coloured;
  if (typeof options === "boolean") ctx.showHidden = options;
  settle(ctx);
  return formatValue(ctx, value, 0);
}
Object.defineProperty(inspectValue, "name", { value: "inspect", configurable: true });

export const inspect = inspectValue as unknown as Inspect;
Object.assign(inspect, { custom });
Object.defineProperty(inspect, "defaultOptions", { get: () => defaults, set: setDefaults });
Object.assign(inspect, { colors, styles });
setPublicInspect(inspect);
setInspect(inspect as (value: unknown, options?: object) => string);
