/** How a Buffer is shown: `<Buffer 61 62 63>`. */
import { ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE } from "../errors";
import type { BufferInstance } from "./types";

let maxBytes = 50;
/** `buffer.INSPECT_MAX_BYTES`. */
export function inspectMaxBytes(): number {
  return maxBytes;
}
export function setInspectMaxBytes(value: unknown): void {
  if (typeof value !== "number") throw new ERR_INVALID_ARG_TYPE("INSPECT_MAX_BYTES", "number", value);
  if (!(value >= 0)) throw new ERR_OUT_OF_RANGE("INSPECT_MAX_BYTES", ">= 0", value);
  maxBytes = value;
}

const isIndex = (key: string): boolean => /^(?:0|[1-9]\d*)$/.test(key);

// Own properties that are no bytes. The keys of a large Buffer are not listed: there is one for each byte.
function extraKeys(buffer: BufferInstance, hidden: boolean): PropertyKey[] {
  const keys = Reflect.ownKeys(buffer).slice(buffer.length).filter((key) => typeof key === "symbol" || !isIndex(key));
  return hidden ? keys : keys.filter((key) => Object.prototype.propertyIsEnumerable.call(buffer, key));
}

type Show = (value: object, options: object) => string;

function inspectBuffer(buffer: BufferInstance, context?: any, show?: Show): string {
  const limit = Math.min(maxBytes, buffer.length);
  const hex = buffer.hexSlice(0, limit);
  let text = hex.length > 0 ? hex[0]! + hex[1]! : "";
  for (let i = 2; i < hex.length; i += 2) text += ` ${hex[i]}${hex[i + 1]}`;
  const more = buffer.length - maxBytes;
  if (more > 0) text += ` ... ${more} more byte${more > 1 ? "s" : ""}`;
  if (context && show) {
    const keys = extraKeys(buffer, context.showHidden);
    if (keys.length > 0) {
      const extras: Record<PropertyKey, unknown> = Object.create(null);
      for (const key of keys) extras[key] = (buffer as any)[key];
      const shown = show(extras, { ...context, breakLength: Infinity, compact: true });
      if (buffer.length !== 0) text += ", ";
      text += shown.slice(shown.indexOf("{") + 2, -2);
    }
  }
  return `<${buffer.constructor.name} ${text}>`;
}

export const methods = {
  /** `Buffer.prototype[util.inspect.custom]`. */
  inspect(this: BufferInstance, _depth?: number, context?: any, show?: Show): string {
    return inspectBuffer(this, context, show);
  },
};
